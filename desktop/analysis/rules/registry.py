"""The registry of built-in rules: one module each, one line each."""

from typing import Final

from desktop.analysis.rules import (
    cobol_cics_response,
    cobol_commarea_length,
    cobol_debug,
    cobol_dynamic_call,
    cobol_dynamic_sql,
    cobol_evaluate_other,
    cobol_file_name,
    cobol_file_status,
    cobol_hardcoded_credential,
    cobol_job_submission,
    cobol_length_option,
    cobol_log_injection,
    cobol_money_truncation,
    cobol_os_command,
    cobol_personal_in_log,
    cobol_protected_field,
    cobol_reference_modification,
    cobol_size_error,
    cobol_sqlcode,
    cobol_subscript,
    cobol_weak_crypto,
)
from desktop.analysis.rules.kit.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    cobol_dynamic_sql.RULE,
    cobol_os_command.RULE,
    cobol_job_submission.RULE,
    cobol_dynamic_call.RULE,
    cobol_file_name.RULE,
    cobol_subscript.RULE,
    cobol_reference_modification.RULE,
    cobol_length_option.RULE,
    cobol_commarea_length.RULE,
    cobol_protected_field.RULE,
    cobol_hardcoded_credential.RULE,
    cobol_file_status.RULE,
    cobol_sqlcode.RULE,
    cobol_cics_response.RULE,
    cobol_evaluate_other.RULE,
    cobol_money_truncation.RULE,
    cobol_size_error.RULE,
    cobol_personal_in_log.RULE,
    cobol_log_injection.RULE,
    cobol_weak_crypto.RULE,
    cobol_debug.RULE,
)
