"""All samples."""

from tests.analysis.rules import (
    c_samples,
    cobol_batch_samples,
    cobol_input_samples,
    host_samples,
    python_samples,
)
from tests.analysis.rules.sample import Sample

COBOL_SAMPLES: tuple[Sample, ...] = (*cobol_input_samples.SAMPLES, *cobol_batch_samples.SAMPLES)
SAMPLES: tuple[Sample, ...] = (*COBOL_SAMPLES, *host_samples.SAMPLES, *c_samples.SAMPLES, *python_samples.SAMPLES)
