"""Text aimed at an AI, or that hides something from the reader."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.detect import ai_aimed
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """What the detector of such text finds anywhere in a member."""
    mapped = member.mapped
    for aimed in ai_aimed(mapped.text):
        span = mapped.span(aimed.start, aimed.end)
        yield Found(member.mark(span.start, span.end), aimed.kind)


RULE: Final = Rule(
    "ai-aimed-text",
    (1427,),
    Severity.HIGH,
    ja=Text(
        title="AI に向けた指示または隠された文字",
        description=(
            "注釈、1〜6 桁、73〜80 桁、データなどに、AI に向けた指示がある。または双方向の制御文字や幅のない文字が"
            "、見える文と異なる意味を隠している。"
        ),
        impact="この証跡をモデルに渡すと、弱点を報告しないなど、書いた者の意図どおりに答えることがある。",
        recommendation="誰がいつ入れたかを調べ、取り除く。取り除くまで、モデルの答えは人が原文で確かめる。",
        severity="検査そのものを欺くため「重要」。",
        silence="指示の形の文、または隠す文字がない。",
    ),
    en=Text(
        title="Text aimed at an AI, or hidden characters",
        description=(
            "Comments, columns 1–6 or 73–80, or data contain instructions to an AI; or bidi controls and "
            "characters without width hide another meaning than what is seen."
        ),
        impact="A model that is given this evidence may answer as the writer wants, for instance report nothing.",
        recommendation=(
            "Find out who put it there and when, and remove it. Until then check what a model says against the source."
        ),
        severity="High: it deceives the examination itself.",
        silence="No text of that form, and no hiding characters.",
    ),
    look=Source(frozenset(), check),
)
