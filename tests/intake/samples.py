"""One small file of each format, written for these tests, and what is in it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """``findings``: how many of the tool's own units ``data`` holds."""

    name: str
    data: bytes
    findings: int
    first_title: str
    options: dict[str, str] = field(default_factory=dict)


SARIF = b"""{
 "version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
 "runs": [{
  "results": [
   {"ruleIndex": 1, "message": {"id": "unchecked", "arguments": ["WS-LEN"]}, "level": "error",
    "locations": [{"physicalLocation": {"artifactLocation": {"index": 0}, "region": {"startLine": 12, "startColumn": 8,
     "snippet": {"text": "MOVE A TO B(WS-LEN:1)"}}},
 "logicalLocations": [{"fullyQualifiedName": "DPO0310.2300-KOZA"}]}],
    "relatedLocations": [{"physicalLocation": {"artifactLocation": {"uri": "copy/DPCKOZA.cpy"},
 "region": {"startLine": 3}}}],
    "partialFingerprints": {"primaryLocationLineHash": "39fa2ee980eb94b0:1"}},
   {"ruleId": "JCL-01", "message": {"text": "A password stands in the job card."},
 "properties": {"security-severity": "9.1",
    "tags": ["external/cwe/cwe-259"]}, "suppressions": [{"kind": "external", "justification": "known"}],
    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "jcl/DPJ%200900.jcl"},
 "region": {"startLine": 2}}}]},
   {"kind": "pass", "ruleId": "JCL-01", "message": {"text": "Nothing here."}}
  ],
  "artifacts": [{"location": {"uri": "online/DPO0310.cbl", "uriBaseId": "SRC"}}],
  "invocations": [{"executionSuccessful": true, "startTimeUtc": "2026-11-20T09:04:00Z"}],
  "tool": {"driver": {"name": "semgrep-jcl", "semanticVersion": "1.112.0", "rules": [
   {"id": "JCL-01", "shortDescription": {"text": "Password in the clear"}, "help": {"text": "Take it out."}},
   {"id": "CBL-07", "messageStrings": {"unchecked": {"text": "Reference modification by '{0}' is not checked"}},
    "properties": {"tags": ["CWE-787"]}, "defaultConfiguration": {"level": "note"}}]}}
 }]
}"""

NESSUS = """<?xml version="1.0" ?>
<NessusClientData_v2><Policy><policyName>bank</policyName></Policy>
<Report name="dp" xmlns:cm="http://www.nessus.org/cm"><ReportHost name="10.0.3.7"><HostProperties>
<tag name="HOST_START_TIMESTAMP">1763600000</tag><tag name="host-fqdn">zos1.example</tag></HostProperties>
<ReportItem port="23" svc_name="telnet" protocol="tcp" severity="2" pluginID="42263"
 pluginName="Unencrypted Telnet Server"
 pluginFamily="Misc."><synopsis>Telnet is not encrypted.</synopsis><solution>Use SSH.</solution>
<risk_factor>Medium</risk_factor>
<cwe>319</cwe><cvss3_vector>CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:L</cvss3_vector>
<plugin_output>口座 照会</plugin_output></ReportItem>
<ReportItem port="0" svc_name="general" protocol="tcp" severity="0" pluginID="19506"
 pluginName="Nessus Scan Information"/>
</ReportHost></Report></NessusClientData_v2>""".encode()

NMAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<nmaprun scanner="nmap" start="1763600000" version="7.95"><host><status state="up"/>
<address addr="AA:BB:CC:00:11:22" addrtype="mac"/><address addr="10.0.3.7" addrtype="ipv4"/>
<hostnames><hostname name="zos1.example" type="PTR"/></hostnames><ports>
<port protocol="tcp" portid="23"><state state="open" reason="syn-ack"/><service name="telnet" product="IBM telnetd"/>
<script id="vulners" output="CVE-2020-10188 9.8"><table><elem key="cvss">9.8</elem></table></script></port>
<port protocol="tcp" portid="992"><state state="open"/></port>
<port protocol="tcp" portid="80"><state state="closed"/></port></ports>
<hostscript><script id="smb-os" output="x"/></hostscript></host></nmaprun>"""

CYCLONEDX = b"""{"bomFormat": "CycloneDX", "specVersion": "1.6", "vulnerabilities": [
 {"id": "CVE-2018-7489", "ratings": [{"score": 5.0, "severity": "medium"}, {"score": 9.8, "severity": "critical",
 "method": "CVSSv31",
  "vector": "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}], "cwes": [184, 502], "description": "Deserialisation.",

  "recommendation": "Upgrade.",
  "analysis": {"state": "not_affected", "justification": "code_not_reachable"},
  "affects": [{"ref": "a"}, {"ref": "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#b"}]}],
 "components": [{"bom-ref": "a", "group": "com.fasterxml", "name": "jackson-databind", "version": "2.9.4",
 "type": "library",

   "purl": "pkg:maven/com.fasterxml/jackson-databind@2.9.4",
   "components": [{"bom-ref": "b", "name": "inner",
 "type": "library"}]}],
 "metadata": {"timestamp": "2026-11-20T09:00:00Z", "tools": {"components": [{"name": "syft", "version": "1.9",
 "type": "application"}]}}}"""

CSV = (
    "預金系 脆弱性診断 結果一覧\r\n"
    "項番,検出事項,深刻度,ファイル名,行番号,対策,備考\r\n"
    "1,残高の桁あふれ,重要,batch/DPB0450.cbl,120,桁数を検査する,至急\r\n"
    "\r\n"
    '2,"平文の, パスワード",緊急,jcl/DPJ0900.jcl,2,除く,\r\n'
).encode("cp932")

SAMPLES = {
    "sarif": Sample("semgrep.sarif", SARIF, 3, "Reference modification by 'WS-LEN' is not checked"),
    "nessus": Sample("dp.nessus", NESSUS, 2, "Unencrypted Telnet Server"),
    "nmap": Sample("nmap.xml", NMAP, 2, "23/tcp telnet IBM telnetd"),
    "cyclonedx": Sample("bom.json", CYCLONEDX, 1, "CVE-2018-7489 com.fasterxml/jackson-databind"),
    "csv": Sample("list.csv", CSV, 2, "残高の桁あふれ"),
}
