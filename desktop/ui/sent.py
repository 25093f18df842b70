"""What was sent outside today from a case, and what it cost: counted on the reading thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from desktop.domain.runs import Exchange
from desktop.ui.language import number

SIGNS = {"JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£"}


@dataclass(frozen=True, slots=True)
class SentToday:
    """``cost`` is written with its currency, several currencies beside each other."""

    count: int
    cost: str


def sent_on(exchanges: Iterable[Exchange], today: date) -> SentToday:
    """Sendings of the local day ``today``; a cost that is not known counts as none."""
    count, sums = 0, dict[str, Decimal]()
    for exchange in exchanges:
        if exchange.when.astimezone().date() != today:
            continue
        count += 1
        try:
            amount = Decimal(exchange.cost or "0")
        except InvalidOperation:
            continue
        sums[exchange.currency] = sums.get(exchange.currency, Decimal(0)) + amount
    return SentToday(count, " + ".join(_money(amount, currency) for currency, amount in sums.items() if amount))


def _money(amount: Decimal, currency: str) -> str:
    whole = number(int(amount)) if amount == int(amount) or amount >= 100 else f"{amount:.2f}"
    return f"{SIGNS[currency]}{whole}" if currency in SIGNS else f"{whole} {currency}"
