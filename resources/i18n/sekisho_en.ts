<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>AuthorisePage</name>
    <message numerus="yes">
        <source>{n} days from today, the last day included</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message numerus="yes">
        <source>{n} sendings</source>
        <translation>
            <numerusform>{n} sending</numerusform>
            <numerusform>{n} sendings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tokens</source>
        <translation>
            <numerusform>{n} token</numerusform>
            <numerusform>{n} tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} masked</source>
        <translation>
            <numerusform>{n} masked</numerusform>
            <numerusform>{n} masked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation type="unfinished">
            <numerusform>{n} finding</numerusform>
            <numerusform>{n} findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} passed over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message numerus="yes">
        <source>{n} findings are now: {status}</source>
        <translation>
            <numerusform>{n} finding is now: {status}</numerusform>
            <numerusform>{n} findings are now: {status}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} quick decisions with one reason. Look at three of them again?</source>
        <translation>
            <numerusform>{n} quick decision with one reason. Look at it again?</numerusform>
            <numerusform>{n} quick decisions with one reason. Look at three of them again?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>{n} records, all read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{unread} of {n} records unreadable</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} departures, mended</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given to all {n} files.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stood at line {line}. {n} lines are as like it now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message numerus="yes">
        <source>{name} is written. It holds {n} findings; {left} are only counted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message numerus="yes">
        <source>Nothing to decide. Next: {n} for a second person.</source>
        <translation>
            <numerusform>Nothing to decide. Next: {n} for a second person.</numerusform>
            <numerusform>Nothing to decide. Next: {n} for a second person.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>{n} bytes not decoded</source>
        <translation>
            <numerusform>{n} byte not decoded</numerusform>
            <numerusform>{n} bytes not decoded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>{n} entries and all rows are as they were written.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries undone. Ctrl+Shift+Z does them again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>{n} files are in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files join the evidence.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} questions left open count as “none of them”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message numerus="yes">
        <source>about {n} min</source>
        <translation>
            <numerusform>about {n} min</numerusform>
            <numerusform>about {n} min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListStrip</name>
    <message numerus="yes">
        <source>{n} new</source>
        <translation>
            <numerusform>{n} new</numerusform>
            <numerusform>{n} new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed</source>
        <translation>
            <numerusform>{n} changed</numerusform>
            <numerusform>{n} changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Middle</name>
    <message numerus="yes">
        <source>{n} findings that somebody decided are not in these results. Decisions and annotations stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes could not be decoded. They are kept, and can be read otherwise later.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message numerus="yes">
        <source>Cannot go: {n} reasons.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} reasons stand against sending this evidence.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} finding</numerusform>
            <numerusform>{n} findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} AI leads</source>
        <translation>
            <numerusform>{n} AI lead</numerusform>
            <numerusform>{n} AI leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} critical</source>
        <translation>
            <numerusform>{n} critical</numerusform>
            <numerusform>{n} critical</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>{n} entries, saved</source>
        <translation>
            <numerusform>{n} entry, saved</numerusform>
            <numerusform>{n} entries, saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>{n} entries checked: nothing was changed outside Sekisho.</source>
        <translation>
            <numerusform>{n} entry checked: nothing was changed outside Sekisho.</numerusform>
            <numerusform>{n} entries checked: nothing was changed outside Sekisho.</numerusform>
        </translation>
    </message>
</context>
</TS>
