"""Samples of rules on Python."""

from tests.analysis.rules.sample import Sample

SAMPLES = (
    Sample(
        "python-command-from-data",
        "command.py",
        'import subprocess\n\n\ndef pack(path):\n    subprocess.run(f"gzip {path}", shell=True)\n',
        "subprocess.run",
        {
            "a list": (('f"gzip {path}", shell=True', '["gzip", path]'),),
            "quoted": (("{path}", "{shlex.quote(path)}"), ("import subprocess", "import shlex\nimport subprocess")),
            "a constant": (("{path}", "all"),),
            "tested before": (
                ("    subprocess", "    if not path.isalnum():\n        raise ValueError(path)\n    subprocess"),
            ),
        },
    ),
    Sample(
        "python-sql-from-data",
        "sql.py",
        (
            "def find(db, name):\n"
            "    sql = \"SELECT BAL FROM ACCT WHERE NAME = '%s'\" % name\n"
            "    return db.execute(sql)\n"
        ),
        "db.execute(sql)",
        {
            "a parameter": (("= '%s'\" % name", '= ?"'), ("db.execute(sql)", "db.execute(sql, (name,))")),
            "a number": (("% name", "% int(name)"),),
            "a constant table": (
                ("def find(db, name):\n", 'NAMES = {"a": "ALPHA"}\n\n\ndef find(db, name):\n    name = NAMES[name]\n'),
            ),
        },
    ),
    Sample(
        "python-unsafe-deserialisation",
        "load.py",
        "import pickle\n\n\ndef load(stream):\n    return pickle.load(stream)\n",
        "pickle.load",
        {
            "JSON": (("import pickle", "import json"), ("pickle.load(stream)", "json.load(stream)")),
            "a signature": (("    return", "    if not signed(stream):\n        raise ValueError\n    return"),),
        },
    ),
    Sample(
        "python-weak-cryptography",
        "hash.py",
        "import hashlib\n\n\ndef seal(data):\n    return hashlib.md5(data).hexdigest()\n",
        "hashlib.md5",
        {
            "a sound hash": (("md5", "sha256"),),
            "not for security": (("md5(data)", "md5(data, usedforsecurity=False)"),),
        },
    ),
    Sample(
        "python-hardcoded-credential",
        "login.py",
        'import os\n\nDB_PASSWORD = "Kumo77x1"\n\n\ndef login():\n    return DB_PASSWORD\n',
        "DB_PASSWORD",
        {
            "from the environment": (('"Kumo77x1"', 'os.environ["DB_PASSWORD"]'),),
            "a placeholder": (("Kumo77x1", "********"),),
            "no secret": (("DB_PASSWORD = ", "TITLE = "),),
        },
    ),
    Sample(
        "python-weak-random",
        "token.py",
        "import random\n\n\ndef new_token():\n    return random.getrandbits(64)\n",
        "random.getrandbits",
        {
            "a sound source": (("import random", "import secrets"), ("random.getrandbits", "secrets.randbits")),
            "no secret": (("new_token", "pause"),),
        },
    ),
    Sample(
        "python-certificate-not-checked",
        "fetch.py",
        'import requests\n\n\ndef fetch():\n    return requests.get("https://rates.example", verify=False)\n',
        "verify=False",
        {"checked": ((", verify=False", ""),)},
    ),
    Sample(
        "python-path-from-data",
        "path.py",
        (
            "import os\n"
            "\n"
            'BASE = "/data"\n'
            "\n"
            "\n"
            "def read(name):\n"
            "    with open(os.path.join(BASE, name)) as f:\n"
            "        return f.read()\n"
        ),
        "os.path.join",
        {
            "the name alone": (("os.path.join(BASE, name)", "os.path.join(BASE, os.path.basename(name))"),),
            "tested before": (
                ("    with open", "    if not name.isalnum():\n        raise ValueError(name)\n    with open"),
            ),
            "a constant": (("(BASE, name)", '(BASE, "rates")'),),
        },
    ),
    Sample(
        "python-temporary-file",
        "temp.py",
        "import tempfile\n\n\ndef work():\n    return tempfile.mktemp()\n",
        "tempfile.mktemp",
        {"made at once": (("tempfile.mktemp()", "tempfile.NamedTemporaryFile()"),)},
    ),
    Sample(
        "python-xml-entities",
        "xml_in.py",
        "import xml.etree.ElementTree as ET\n\n\ndef rates(text):\n    return ET.fromstring(text)\n",
        "ET.fromstring",
        {"a careful parser": (("xml.etree.ElementTree", "defusedxml.ElementTree"),)},
    ),
    Sample(
        "python-debugging-left",
        "debug.py",
        "from flask import Flask\n\napp = Flask(__name__)\napp.run(debug=True)\n",
        "debug=True",
        {"off": (("debug=True", "debug=False"),)},
    ),
    Sample(
        "python-eval-of-data",
        "calc.py",
        "def calc(text):\n    return eval(text)\n",
        "eval(text)",
        {
            "a constant": (("eval(text)", 'eval("1 + 1")'),),
            "tested before": (
                ("    return", "    if text not in ALLOWED:\n        raise ValueError(text)\n    return"),
            ),
        },
    ),
    Sample(
        "python-clear-text-transfer",
        "ftp.py",
        'from ftplib import FTP\n\n\ndef send():\n    return FTP("192.0.2.7")\n',
        "FTP(",
        {"encrypted": (("import FTP\n", "import FTP_TLS\n"), ("return FTP(", "return FTP_TLS("))},
    ),
    Sample(
        "python-secret-in-log",
        "logged.py",
        'import logging\n\nlogger = logging.getLogger("x")\n\n\ndef login(user, password):\n'
        '    logger.info("login %s %s", user, password)\n',
        "logger.info",
        {"not shown": (('"login %s %s", user, password', '"login %s", user'),)},
    ),
    Sample(
        "python-error-ignored",
        "ignored.py",
        "def post(send):\n    try:\n        send()\n    except Exception:\n        pass\n",
        "except Exception",
        {
            "certain exceptions": (("except Exception", "except KeyError"),),
            "something is done": (("        pass", "        raise"),),
        },
    ),
    Sample(
        "python-world-writable",
        "mode.py",
        "import os\n\n\ndef share(path):\n    os.chmod(path, 0o666)\n",
        "os.chmod",
        {"own files only": (("0o666", "0o600"),)},
    ),
    Sample(
        "python-archive-extracted",
        "unpack.py",
        "import tarfile\n\n\ndef unpack(path):\n    with tarfile.open(path) as tar:\n        tar.extractall('/work')\n",
        "extractall",
        {"a filter": (("extractall('/work')", "extractall('/work', filter='data')"),)},
    ),
)
