<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>milepost::Acts</name>
    <message numerus="yes">
        <source>Paste of %Ln value(s)</source>
        <translation>
            <numerusform>Paste of %Ln value</numerusform>
            <numerusform>Paste of %Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste of %Ln value(s) into %1</source>
        <translation>
            <numerusform>Paste of %Ln value into %1</numerusform>
            <numerusform>Paste of %Ln values into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %Ln value(s)</source>
        <translation>
            <numerusform>Import of %Ln value</numerusform>
            <numerusform>Import of %Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import of %Ln value(s) into %1</source>
        <translation>
            <numerusform>Import of %Ln value into %1</numerusform>
            <numerusform>Import of %Ln values into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import of %Ln value(s)</source>
        <translation>
            <numerusform>import of %Ln value</numerusform>
            <numerusform>import of %Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>import of %Ln value(s) into %1</source>
        <translation>
            <numerusform>import of %Ln value into %1</numerusform>
            <numerusform>import of %Ln values into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste of %Ln value(s)</source>
        <translation>
            <numerusform>paste of %Ln value</numerusform>
            <numerusform>paste of %Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste of %Ln value(s) into %1</source>
        <translation>
            <numerusform>paste of %Ln value into %1</numerusform>
            <numerusform>paste of %Ln values into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::BackupsPage</name>
    <message numerus="yes">
        <source>Restoring this backup loses %Ln change(s).</source>
        <translation>
            <numerusform>Restoring this backup loses %Ln change.</numerusform>
            <numerusform>Restoring this backup loses %Ln changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::BoardEditing</name>
    <message numerus="yes">
        <source>%Ln value(s) pasted. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%Ln value pasted. Ctrl+Z takes them back.</numerusform>
            <numerusform>%Ln values pasted. Ctrl+Z takes them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::BoardTools</name>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 of %Ln row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::CheckInWalk</name>
    <message numerus="yes">
        <source>%Ln value(s) recorded.</source>
        <translation>
            <numerusform>%Ln value recorded.</numerusform>
            <numerusform>%Ln values recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) recorded</source>
        <translation>
            <numerusform>%Ln value recorded</numerusform>
            <numerusform>%Ln values recorded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::Clocks</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::EndedBar</name>
    <message numerus="yes">
        <source>Carry over all %Ln board(s)</source>
        <translation>
            <numerusform>Carry over all %Ln board</numerusform>
            <numerusform>Carry over all %Ln boards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::Figures</name>
    <message numerus="yes">
        <source>%Ln overdue action(s)</source>
        <translation>
            <numerusform>%Ln overdue action</numerusform>
            <numerusform>%Ln overdue actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::ImportWords</name>
    <message numerus="yes">
        <source>%1. The public board “%2” will be made, with %Ln KPI(s).</source>
        <translation>
            <numerusform>%1. The public board “%2” will be made, with %Ln KPI.</numerusform>
            <numerusform>%1. The public board “%2” will be made, with %Ln KPIs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %Ln KPI(s) will be made.</source>
        <translation>
            <numerusform>%1. %Ln KPI will be made.</numerusform>
            <numerusform>%1. %Ln KPIs will be made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::Lists</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::PastePanel</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::PlacePages</name>
    <message numerus="yes">
        <source>%Ln due</source>
        <comment>values in the side bar</comment>
        <translation>
            <numerusform>%Ln due</numerusform>
            <numerusform>%Ln due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::RecordCommands</name>
    <message numerus="yes">
        <source>%Ln value(s) of yours due (Ctrl+U)</source>
        <translation>
            <numerusform>%Ln value of yours due (Ctrl+U)</numerusform>
            <numerusform>%Ln values of yours due (Ctrl+U)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::SaveLabel</name>
    <message numerus="yes">
        <source>%Ln other(s) here</source>
        <translation>
            <numerusform>%Ln other here</numerusform>
            <numerusform>%Ln others here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>milepost::SharingRow</name>
    <message numerus="yes">
        <source>Team, %n member(s)</source>
        <translation>
            <numerusform>Team, %n member</numerusform>
            <numerusform>Team, %n members</numerusform>
        </translation>
    </message>
</context>
</TS>
