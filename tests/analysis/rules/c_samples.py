"""Samples of rules on C."""

from tests.analysis.rules.sample import Sample

_HEAD = "#include <stdio.h>\n#include <string.h>\n#include <stdlib.h>\n"


def _c(body: str) -> str:
    return _HEAD + body


SAMPLES = (
    Sample(
        "c-unbounded-copy",
        "copy.c",
        _c("void show(const char *name)\n{\n    char line[24];\n\n    strcpy(line, name);\n    puts(line);\n}\n"),
        "strcpy(line, name)",
        {
            "the length is compared": (
                ("    strcpy(line", "    if (strlen(name) >= sizeof line)\n        return;\n    strcpy(line"),
            ),
            "a literal that fits": (("strcpy(line, name)", 'strcpy(line, "none")'),),
            "a smaller array": (
                ("    char line[24];", "    char line[24];\n    char small[8] = {0};"),
                ("strcpy(line, name)", "strcpy(line, small)"),
            ),
            "the caller compares": (
                ("void show(", "static void show("),
                (
                    "    puts(line);\n}\n",
                    "    puts(line);\n}\n\nint main(int argc, char **argv)\n{\n    const char *given = argv[1];\n\n"
                    "    if (strlen(given) > 20)\n        return 1;\n    show(given);\n    return 0;\n}\n",
                ),
            ),
        },
    ),
    Sample(
        "c-format-string",
        "format.c",
        _c('void tell(FILE *out, const char *reply)\n{\n    fprintf(out, reply);\n    fprintf(out, "done\\n");\n}\n'),
        "fprintf(out, reply)",
        {"a constant format": (("fprintf(out, reply)", 'fprintf(out, "%s", reply)'),)},
    ),
    Sample(
        "c-command-from-data",
        "command.c",
        _c(
            "int pack(const char *path)\n{\n    char cmd[256];\n\n"
            '    snprintf(cmd, sizeof cmd, "gzip %s", path);\n    return system(cmd);\n}\n'
        ),
        "system(cmd)",
        {
            "a number": (('"gzip %s", path', '"gzip batch.%d", atoi(path)'),),
            "a constant": (('"gzip %s", path', '"gzip %s", "all"'),),
            "the name is tested": (
                ("    snprintf(", "    if (strspn(path, ALLOWED) != strlen(path))\n        return -1;\n    snprintf("),
            ),
        },
    ),
    Sample(
        "c-sql-from-data",
        "sql.c",
        _c(
            "void find(const char *name, char *sql, size_t room)\n{\n"
            "    snprintf(sql, room, \"SELECT BAL FROM ACCT WHERE NAME = '%s'\", name);\n}\n"
        ),
        "SELECT BAL",
        {
            "a number": (("'%s'\", name", '%d", atoi(name)'),),
            "an allowed name": (
                ("    snprintf(", '    if (strcmp(name, "ALL") != 0)\n        return;\n    snprintf('),
            ),
        },
    ),
    Sample(
        "c-unchecked-index",
        "index.c",
        _c(
            "static long counts[10];\n\nvoid count(const unsigned char *rec)\n{\n    int kind = rec[3] - '0';\n\n"
            "    counts[kind]++;\n}\n"
        ),
        "counts[kind]",
        {
            "a range": (("    counts[kind]++;", "    if (kind >= 0 && kind < 10)\n        counts[kind]++;"),),
            "a remainder": (("rec[3] - '0';", "(rec[3] - '0') % 10;"),),
        },
    ),
    Sample(
        "c-unchecked-copy-length",
        "length.c",
        _c(
            "struct head { unsigned short len; char body[512]; };\n\nvoid take(const struct head *in)\n{\n"
            "    char out[64];\n\n    memcpy(out, in->body, in->len);\n    puts(out);\n}\n"
        ),
        "memcpy(out",
        {
            "a bound": (("    memcpy(", "    if (in->len > sizeof out)\n        return;\n    memcpy("),),
            "sizeof": (("in->len);", "sizeof out);"),),
            "a constant that fits": (("in->body, in->len)", "in->body, 64)"),),
        },
    ),
    Sample(
        "c-allocation-overflow",
        "alloc.c",
        _c("int *table(int n)\n{\n    return malloc(n * sizeof(int));\n}\n"),
        "malloc(n",
        {
            "a bound": (("    return malloc", "    if (n < 1 || n > 1000)\n        return NULL;\n    return malloc"),),
            "calloc": (("malloc(n * sizeof(int))", "calloc(n, sizeof(int))"),),
        },
    ),
    Sample(
        "c-temporary-file",
        "temp.c",
        _c('FILE *work(void)\n{\n    char name[] = "/var/work/bXXXXXX";\n\n    return fopen(mktemp(name), "w");\n}\n'),
        "mktemp(name)",
        {"made at once": (('fopen(mktemp(name), "w")', 'fdopen(mkstemp(name), "w")'),)},
    ),
    Sample(
        "c-weak-random",
        "random.c",
        _c("unsigned new_session(void)\n{\n    return (unsigned)rand();\n}\n"),
        "rand()",
        {
            "no secret": (("new_session(void)", "pause_length(void)"),),
            "a sound source": (("(unsigned)rand()", "arc4random()"),),
        },
    ),
    Sample(
        "c-check-then-use",
        "race.c",
        _c(
            "FILE *open_it(const char *path)\n{\n    if (access(path, R_OK) != 0)\n        return NULL;\n"
            '    return fopen(path, "rb");\n}\n'
        ),
        "fopen(path",
        {"no check by name": (("    if (access(path, R_OK) != 0)\n        return NULL;\n", ""),)},
    ),
    Sample(
        "c-loop-runs-too-far",
        "loop.c",
        _c(
            "static long counts[12];\n\nlong total(void)\n{\n    long sum = 0;\n    int i;\n\n"
            "    for (i = 0; i <= 12; i++)\n        sum += counts[i];\n    return sum;\n}\n"
        ),
        "i <= 12",
        {
            "less than": (("i <= 12", "i < 12"),),
            "from one, less one": (("i = 0;", "i = 1;"), ("counts[i]", "counts[i - 1]")),
        },
    ),
    Sample(
        "c-world-writable",
        "mode.c",
        _c("void start(void)\n{\n    umask(0);\n}\n"),
        "umask(0)",
        {"own files only": (("umask(0)", "umask(077)"),)},
    ),
    Sample(
        "c-weak-cryptography",
        "hash.c",
        _c("void seal(const unsigned char *in, size_t n, unsigned char *out)\n{\n    MD5(in, n, out);\n}\n"),
        "MD5(in",
        {"a sound hash": (("MD5(in", "SHA256(in"),)},
    ),
    Sample(
        "c-hardcoded-credential",
        "key.c",
        _c('static const char db_password[] = "Kumo77x1";\n'),
        "db_password",
        {
            "no value": (('"Kumo77x1"', '""'),),
            "no secret": (("db_password", "title"),),
        },
    ),
    Sample(
        "c-use-after-free",
        "free.c",
        _c("void end(char *buf)\n{\n    free(buf);\n    puts(buf);\n}\n"),
        "puts(buf)",
        {
            "the use before": (("    free(buf);\n    puts(buf);", "    puts(buf);\n    free(buf);"),),
            "assigned between": (("    puts(buf);", '    buf = strdup("");\n    puts(buf);'),),
        },
    ),
    Sample(
        "c-unchecked-result",
        "result.c",
        _c("char *copy(const char *in)\n{\n    char *out = malloc(100);\n\n    out[0] = in[0];\n    return out;\n}\n"),
        "malloc(100)",
        {
            "a test": (("    out[0]", "    if (out == NULL)\n        return NULL;\n    out[0]"),),
            "a test around": (("    out[0] = in[0];", "    if (out)\n        out[0] = in[0];"),),
            "only returned": (("    out[0] = in[0];\n", ""),),
        },
    ),
)
