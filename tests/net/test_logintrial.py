"""One request tries the login, the others follow; nobody is forgotten."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.net.logintrial import LoginTrial, May


def test_the_first_goes_and_the_others_wait_for_what_becomes_of_it() -> None:
    trial: LoginTrial[str] = LoginTrial()
    assert [trial.ask(job) for job in "abc"] == [May.GO, May.WAIT, May.WAIT]
    assert trial.taken("b") == [], "only the one that tries it decides"
    assert trial.taken("a") == ["b", "c"]
    assert trial.ask("d") is May.GO


def test_a_refused_login_is_not_said_again() -> None:
    trial: LoginTrial[str] = LoginTrial()
    assert [trial.ask(job) for job in "ab"] == [May.GO, May.WAIT]
    assert trial.refused("a") == ["b"]
    assert trial.ask("c") is May.END


def test_where_the_first_ends_undecided_the_next_tries() -> None:
    trial: LoginTrial[str] = LoginTrial()
    assert [trial.ask(job) for job in "abc"] == [May.GO, May.WAIT, May.WAIT]
    trial.forget("b")
    assert trial.undecided("a") == ["c"]
    assert trial.undecided("c") == []
    assert trial.ask("d") is May.GO


@given(st.lists(st.sampled_from(["ask", "taken", "refused", "undecided", "forget"]), max_size=60))
def test_at_most_one_tries_at_a_time_and_every_request_is_told_what_to_do_once(steps: list[str]) -> None:
    trial: LoginTrial[int] = LoginTrial()
    going: list[int] = []
    waiting: list[int] = []
    decided = False
    for number, step in enumerate(steps):
        if step == "ask":
            may = trial.ask(number)
            assert (may is May.WAIT) == (bool(going) and not decided)
            if may is May.WAIT:
                waiting.append(number)
            elif not decided:
                going.append(number)
        elif step == "forget" and waiting:
            trial.forget(waiting.pop())
        elif step in ("taken", "refused", "undecided") and going and not decided:
            released = getattr(trial, step)(going.pop())
            assert set(released) <= set(waiting)
            waiting = [job for job in waiting if job not in released]
            if step == "undecided":
                going += released
            else:
                decided = True
                assert waiting == []
        assert decided or len(going) <= 1
        assert going or decided or waiting == []
