<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>AuthorisePage</name>
    <message numerus="yes">
        <source>{n} days from today, the last day included</source>
        <translation>
            <numerusform>{n} days from today, the last day included</numerusform>
            <numerusform>{n} days from today, the last day included</numerusform>
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
    <name>Chores</name>
    <message numerus="yes">
        <source>{n} entries checked: nothing was changed outside Sekisho.</source>
        <translation>
            <numerusform>{n} entry checked: nothing was changed outside Sekisho.</numerusform>
            <numerusform>{n} entries checked: nothing was changed outside Sekisho.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chosen</name>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} finding</numerusform>
            <numerusform>{n} findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more are not shown</source>
        <translation>
            <numerusform>{n} more is not shown</numerusform>
            <numerusform>{n} more are not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <translation>
            <numerusform>{n} place</numerusform>
            <numerusform>{n} places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} passed over</source>
        <translation>
            <numerusform>{n} passed over</numerusform>
            <numerusform>{n} passed over</numerusform>
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
        <translation>
            <numerusform>{n} record, all read</numerusform>
            <numerusform>{n} records, all read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{unread} of {n} records unreadable</source>
        <translation>
            <numerusform>{unread} of {n} record unreadable</numerusform>
            <numerusform>{unread} of {n} records unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} departures, mended</source>
        <translation>
            <numerusform>{n} departure, mended</numerusform>
            <numerusform>{n} departures, mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given to all {n} files.</source>
        <translation>
            <numerusform>Given to {n} file.</numerusform>
            <numerusform>Given to all {n} files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stood at line {line}. {n} lines are as like it now.</source>
        <translation>
            <numerusform>It stood at line {line}. {n} line is as like it now.</numerusform>
            <numerusform>It stood at line {line}. {n} lines are as like it now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EgressPage</name>
    <message numerus="yes">
        <source>{n} units</source>
        <translation>
            <numerusform>{n} unit</numerusform>
            <numerusform>{n} units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EncodingChoice</name>
    <message numerus="yes">
        <source>{n} files</source>
        <translation>
            <numerusform>{n} file</numerusform>
            <numerusform>{n} files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceLines</name>
    <message numerus="yes">
        <source>{n} lines of evidence</source>
        <translation>
            <numerusform>{n} line of evidence</numerusform>
            <numerusform>{n} lines of evidence</numerusform>
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
    <name>Footings</name>
    <message numerus="yes">
        <source>{n} files go into a plan for {model}.</source>
        <translation>
            <numerusform>{n} file goes into a plan for {model}.</numerusform>
            <numerusform>{n} files go into a plan for {model}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines of this group were not on the screen yet.</source>
        <translation>
            <numerusform>{n} line of this group was not on the screen yet.</numerusform>
            <numerusform>{n} lines of this group were not on the screen yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} units go to {model} for at most {cost}. This cannot be taken back.</source>
        <translation>
            <numerusform>{n} unit goes to {model} for at most {cost}. This cannot be taken back.</numerusform>
            <numerusform>{n} units go to {model} for at most {cost}. This cannot be taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send {n} units</source>
        <translation>
            <numerusform>Send {n} unit</numerusform>
            <numerusform>Send {n} units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>{n} entries and all rows are as they were written.</source>
        <translation>
            <numerusform>{n} entry and all rows are as they were written.</numerusform>
            <numerusform>{n} entries and all rows are as they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries undone. Ctrl+Shift+Z does them again.</source>
        <translation>
            <numerusform>{n} entry undone. Ctrl+Shift+Z does them again.</numerusform>
            <numerusform>{n} entries undone. Ctrl+Shift+Z does them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message numerus="yes">
        <source>{n} masks</source>
        <translation>
            <numerusform>{n} mask</numerusform>
            <numerusform>{n} masks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCounts</name>
    <message numerus="yes">
        <source>{n} files chosen</source>
        <translation>
            <numerusform>{n} file chosen</numerusform>
            <numerusform>{n} files chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files join the evidence.</source>
        <translation>
            <numerusform>{n} file joins the evidence.</numerusform>
            <numerusform>{n} files join the evidence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} questions left open count as “none of them”.</source>
        <translation>
            <numerusform>{n} question left open counts as “none of them”.</numerusform>
            <numerusform>{n} questions left open count as “none of them”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are in.</source>
        <translation>
            <numerusform>{n} file is in.</numerusform>
            <numerusform>{n} files are in.</numerusform>
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
    <name>LedgerPage</name>
    <message numerus="yes">
        <source>{n} sendings, {size} in all.</source>
        <translation>
            <numerusform>{n} sending, {size} in all.</numerusform>
            <numerusform>{n} sendings, {size} in all.</numerusform>
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
        <translation>
            <numerusform>{n} finding that somebody decided is not in these results. Decisions and annotations stay.</numerusform>
            <numerusform>{n} findings that somebody decided are not in these results. Decisions and annotations stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes could not be decoded. They are kept, and can be read otherwise later.</source>
        <translation>
            <numerusform>{n} byte could not be decoded. It is kept, and can be read otherwise later.</numerusform>
            <numerusform>{n} bytes could not be decoded. They are kept, and can be read otherwise later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message numerus="yes">
        <source>Cannot go: {n} reasons.</source>
        <translation>
            <numerusform>Cannot go: {n} reason.</numerusform>
            <numerusform>Cannot go: {n} reasons.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} reasons stand against sending this evidence.</source>
        <translation>
            <numerusform>{n} reason stands against sending this evidence.</numerusform>
            <numerusform>{n} reasons stand against sending this evidence.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} finding</numerusform>
            <numerusform>{n} findings</numerusform>
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
    <name>Resuming</name>
    <message numerus="yes">
        <source>{n} lines typed earlier were not kept in the case</source>
        <translation>
            <numerusform>{n} line typed earlier was not kept in the case</numerusform>
            <numerusform>{n} lines typed earlier were not kept in the case</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message numerus="yes">
        <source>{n} units were sent and no answer was seen. They may have been charged.</source>
        <translation>
            <numerusform>{n} unit was sent and no answer was seen. It may have been charged.</numerusform>
            <numerusform>{n} units were sent and no answer was seen. They may have been charged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} units of this run have no answer.</source>
        <translation>
            <numerusform>{n} unit of this run has no answer.</numerusform>
            <numerusform>{n} units of this run have no answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{leads} leads, {lost} with no matching quote.</source>
        <translation>
            <numerusform>{leads} leads, {lost} with no matching quote.</numerusform>
            <numerusform>{leads} leads, {lost} with no matching quote.</numerusform>
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
</TS>
