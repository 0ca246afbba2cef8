<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BadgeText</name>
    <message>
        <source>1 module in import cycles</source>
        <translation>1 Modul in Importzyklen</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules in import cycles</source>
        <translation>
            <numerusform>%1 Modul in Importzyklen</numerusform>
            <numerusform>%1 Module in Importzyklen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 deprecated module</source>
        <translation>1 veraltetes Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 deprecated modules</source>
        <translation>
            <numerusform>%1 veraltetes Modul</numerusform>
            <numerusform>%1 veraltete Module</numerusform>
        </translation>
    </message>
    <message>
        <source>1 ghost</source>
        <translation>1 Geistermodul</translation>
    </message>
    <message numerus="yes">
        <source>%1 ghosts</source>
        <translation>
            <numerusform>%1 Geistermodul</numerusform>
            <numerusform>%1 Geistermodule</numerusform>
        </translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message numerus="yes">
        <source>%1 problems</source>
        <translation>
            <numerusform>%1 Problem</numerusform>
            <numerusform>%1 Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>BaselineDesk</name>
    <message>
        <source>What has changed since %1 is being found out.</source>
        <translation>Was sich seit %1 geändert hat, wird gerade ermittelt.</translation>
    </message>
    <message>
        <source>To compare with %1 on the map, the past has to be read first: File, Read the past.</source>
        <translation>Um in der Karte mit %1 zu vergleichen, muss zuerst die Vergangenheit gelesen werden: Datei, Vergangenheit lesen.</translation>
    </message>
    <message>
        <source>%1 is not on the line of commits that leads to HEAD; the map compares those only.</source>
        <translation>%1 liegt nicht auf der Linie der Commits, die zu HEAD führt; die Karte vergleicht nur diese.</translation>
    </message>
    <message>
        <source>%1 is what is shown.</source>
        <translation>%1 wird gerade gezeigt.</translation>
    </message>
    <message>
        <source>vs %1: %2</source>
        <translation>zu %1: %2</translation>
    </message>
    <message>
        <source>no such revision</source>
        <translation>keine solche Revision</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>nicht zu ermitteln</translation>
    </message>
    <message>
        <source>The baseline “%1” of the configuration is no commit, branch, tag or date of this repository.</source>
        <translation>Der Ausgangspunkt „%1“ der Konfiguration ist kein Commit, Zweig, Tag oder Datum dieses Repositorys.</translation>
    </message>
    <message>
        <source>Since %1 (%2), by what is imported when a module is imported:

%3

A click compares both on the map, another ends that.</source>
        <translation>Seit %1 (%2), nach dem, was beim Import eines Moduls importiert wird:

%3

Ein Klick vergleicht beide in der Karte, ein weiterer beendet das.</translation>
    </message>
    <message numerus="yes">
        <source>%1 new since %2</source>
        <comment>tangles</comment>
        <translation>
            <numerusform>%1 neu seit %2</numerusform>
            <numerusform>%1 neu seit %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 grown since %2</source>
        <comment>tangles</comment>
        <translation>
            <numerusform>%1 gewachsen seit %2</numerusform>
            <numerusform>%1 gewachsen seit %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new, %2 grown since %3</source>
        <comment>tangles</comment>
        <translation>%1 neu, %2 gewachsen seit %3</translation>
    </message>
</context>
<context>
    <name>BaselineText</name>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>of %1 modules, grown by %2</source>
        <translation>mit %1 Modulen, gewachsen um %2</translation>
    </message>
    <message>
        <source>of %1 modules, new: %2</source>
        <translation>mit %1 Modulen, neu: %2</translation>
    </message>
    <message>
        <source>New or grown tangles: %1</source>
        <translation>Neue oder gewachsene Verflechtungen: %1</translation>
    </message>
    <message>
        <source>New imports of what is deprecated: %1</source>
        <translation>Neue Importe von Veraltetem: %1</translation>
    </message>
    <message>
        <source>Tangles that are gone or smaller: %1</source>
        <translation>Verschwundene oder kleinere Verflechtungen: %1</translation>
    </message>
    <message>
        <source>Imports of what is deprecated that are gone: %1</source>
        <translation>Verschwundene Importe von Veraltetem: %1</translation>
    </message>
    <message>
        <source>No tangle and no import of what is deprecated has come or gone.</source>
        <translation>Keine Verflechtung und kein Import von Veraltetem ist gekommen oder gegangen.</translation>
    </message>
    <message>
        <source>%1 tangle</source>
        <comment>+1</comment>
        <translation>%1 Verflechtung</translation>
    </message>
    <message numerus="yes">
        <source>%1 tangles</source>
        <comment>+2 −1</comment>
        <translation>
            <numerusform>%1 Verflechtung</numerusform>
            <numerusform>%1 Verflechtungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 grown</source>
        <comment>tangles</comment>
        <translation>
            <numerusform>%1 gewachsen</numerusform>
            <numerusform>%1 gewachsen</numerusform>
        </translation>
    </message>
    <message>
        <source>no new tangles</source>
        <translation>keine neuen Verflechtungen</translation>
    </message>
    <message>
        <source>%1 violation</source>
        <comment>+1</comment>
        <translation>%1 Verstoß</translation>
    </message>
    <message numerus="yes">
        <source>%1 violations</source>
        <comment>+3 −14</comment>
        <translation>
            <numerusform>%1 Verstoß</numerusform>
            <numerusform>%1 Verstöße</numerusform>
        </translation>
    </message>
    <message>
        <source>grown since %1</source>
        <translation>gewachsen seit %1</translation>
    </message>
    <message>
        <source>new since %1</source>
        <translation>neu seit %1</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>&amp;Mark what is selected</source>
        <translation>Ausgewähltes &amp;merken</translation>
    </message>
    <message>
        <source>&amp;List the bookmarks</source>
        <translation>Lesezeichen auf&amp;listen</translation>
    </message>
    <message>
        <source>&amp;Forget those that are not there now</source>
        <translation>Nicht mehr vorhandene &amp;vergessen</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1 (nicht mehr vorhanden)</translation>
    </message>
    <message>
        <source>Take the &amp;mark away</source>
        <translation>Nicht mehr &amp;merken</translation>
    </message>
    <message>
        <source>Boo&amp;kmarks</source>
        <translation>Le&amp;sezeichen</translation>
    </message>
    <message>
        <source>Mark what is selected, or take the mark away</source>
        <translation>Ausgewähltes merken oder nicht mehr merken</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Where the selection is</source>
        <translation>Ort der Auswahl</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>a part alone</source>
        <translation>nur ein Teil</translation>
    </message>
    <message>
        <source>%1  ✕</source>
        <translation>%1  ✕</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source> imports %1</source>
        <translation> importiert %1</translation>
    </message>
</context>
<context>
    <name>CampaignBoard</name>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Campaigns over time: the past has not been read yet.</source>
        <translation>Kampagnen im Lauf der Zeit: Die Vergangenheit ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Campaigns: looking at every commit … %1 %</source>
        <translation>Kampagnen: jeder Commit wird betrachtet … %1 %</translation>
    </message>
    <message>
        <source>Campaigns: %1</source>
        <translation>Kampagnen: %1</translation>
    </message>
    <message>
        <source>No campaign is configured: it says what is to be imported no more, what instead, and until when.</source>
        <translation>Es ist keine Kampagne eingerichtet: Sie sagt, was nicht mehr importiert werden soll, was stattdessen, und bis wann.</translation>
    </message>
    <message>
        <source>New campaign…</source>
        <translation>Neue Kampagne…</translation>
    </message>
    <message>
        <source>Change the campaign…</source>
        <translation>Kampagne ändern…</translation>
    </message>
    <message>
        <source>Remove the campaign</source>
        <translation>Kampagne entfernen</translation>
    </message>
    <message>
        <source>Write a tracker…</source>
        <translation>Tracker schreiben…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Tracker…</source>
        <translation>Tracker…</translation>
    </message>
    <message>
        <source>Writes a tracker in Markdown from the truth, or brings one up to date: what people wrote between its marks stays.</source>
        <translation>Schreibt einen Tracker in Markdown nach dem, was ist, oder bringt einen auf den neuesten Stand: Was Menschen zwischen seinen Marken geschrieben haben, bleibt.</translation>
    </message>
</context>
<context>
    <name>CampaignDialog</name>
    <message>
        <source>New campaign</source>
        <translation>Neue Kampagne</translation>
    </message>
    <message>
        <source>Change a campaign</source>
        <translation>Kampagne ändern</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>lower-case letters, digits and dashes: orders-ssot</source>
        <translation>Kleinbuchstaben, Ziffern und Striche: orders-ssot</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>One way to import orders</source>
        <translation>Ein Weg, Bestellungen zu importieren</translation>
    </message>
    <message>
        <source>To be imported no &amp;more:</source>
        <translation>Nicht &amp;mehr zu importieren:</translation>
    </message>
    <message>
        <source>a module, or one of its names, in each line: shop.old_orders, shop.orders:make</source>
        <translation>in jeder Zeile ein Modul oder einer seiner Namen: shop.old_orders, shop.orders:make</translation>
    </message>
    <message>
        <source>&amp;Instead:</source>
        <translation>&amp;Stattdessen:</translation>
    </message>
    <message>
        <source>shop.orders:Order</source>
        <translation>shop.orders:Order</translation>
    </message>
    <message>
        <source>&amp;Critical path:</source>
        <translation>&amp;Kritischer Pfad:</translation>
    </message>
    <message>
        <source>entry modules; what they reach outranks the rest</source>
        <translation>Einstiegsmodule; was sie erreichen, geht vor</translation>
    </message>
    <message>
        <source>&amp;Baseline:</source>
        <translation>&amp;Ausgangspunkt:</translation>
    </message>
    <message>
        <source>a commit, a tag or a date; empty: the project&apos;s</source>
        <translation>ein Commit, ein Tag oder ein Datum; leer: der des Projekts</translation>
    </message>
    <message>
        <source>Target, &amp;files at most:</source>
        <translation>Ziel, höchstens &amp;Dateien:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Target, c&amp;ompliance:</source>
        <translation>Ziel, &amp;Einhaltung:</translation>
    </message>
    <message>
        <source>B&amp;y:</source>
        <translation>&amp;Bis:</translation>
    </message>
    <message>
        <source>P&amp;hases:</source>
        <translation>Abschn&amp;itte:</translation>
    </message>
    <message>
        <source>I&amp;ssue:</source>
        <translation>&amp;Vorgang:</translation>
    </message>
    <message>
        <source>its address</source>
        <translation>seine Adresse</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Priorität:</translation>
    </message>
    <message>
        <source>The name is to be of lower-case letters, digits and dashes.</source>
        <translation>Der Name soll aus Kleinbuchstaben, Ziffern und Strichen bestehen.</translation>
    </message>
    <message>
        <source>There is a campaign of this name.</source>
        <translation>Es gibt eine Kampagne dieses Namens.</translation>
    </message>
    <message>
        <source>What is to be imported no more?</source>
        <translation>Was soll nicht mehr importiert werden?</translation>
    </message>
    <message>
        <source>“%1” is no module (a.b) and no name in one (a.b:c).</source>
        <translation>„%1“ ist kein Modul (a.b) und kein Name in einem (a.b:c).</translation>
    </message>
    <message>
        <source>“%1”: what is to be imported instead is a name in a module (a.b:c).</source>
        <translation>„%1“: Was stattdessen importiert werden soll, ist ein Name in einem Modul (a.b:c).</translation>
    </message>
    <message>
        <source>“%1” is no date: write it as 2026-12-31.</source>
        <translation>„%1“ ist kein Datum: Schreiben Sie es wie 2026-12-31.</translation>
    </message>
</context>
<context>
    <name>CampaignReader</name>
    <message>
        <source>the past of this project has not been read</source>
        <translation>die Vergangenheit dieses Projekts ist nicht gelesen</translation>
    </message>
    <message>
        <source>read it first</source>
        <translation>lesen Sie sie zuerst</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>in time, if it goes on like this</source>
        <translation>rechtzeitig, wenn es so weitergeht</translation>
    </message>
    <message>
        <source>perhaps, if it goes on like this</source>
        <translation>vielleicht, wenn es so weitergeht</translation>
    </message>
    <message>
        <source>not at this pace</source>
        <translation>nicht in diesem Tempo</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>cannot be told yet</source>
        <translation>noch nicht zu sagen</translation>
    </message>
    <message>
        <source>Everything configured as deprecated</source>
        <translation>Alles, was als veraltet eingerichtet ist</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>nichts übrig</translation>
    </message>
    <message>
        <source>1 file left</source>
        <translation>noch 1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%1 files left</source>
        <translation>
            <numerusform>noch %1 Datei</numerusform>
            <numerusform>noch %1 Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, target %2</source>
        <translation>%1, Ziel %2</translation>
    </message>
    <message>
        <source>%1 new, %2 fixed, %3 came back</source>
        <translation>%1 neu, %2 behoben, %3 zurückgekehrt</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>Seit %1: %2</translation>
    </message>
    <message>
        <source>Since the beginning: %1</source>
        <translation>Seit Beginn: %1</translation>
    </message>
    <message>
        <source>This week: %1 new, %2 fixed, %3 came back</source>
        <translation>Diese Woche: %1 neu, %2 behoben, %3 zurückgekehrt</translation>
    </message>
    <message>
        <source>Too few days to tell a trend</source>
        <translation>Zu wenige Tage für einen Verlauf</translation>
    </message>
    <message>
        <source>Falls by %1 files a day (± %2): the target is reached between %3 and %4</source>
        <translation>Sinkt um %1 Dateien am Tag (± %2): Das Ziel wird zwischen %3 und %4 erreicht</translation>
    </message>
    <message>
        <source>Falls by %1 files a day (± %2)</source>
        <translation>Sinkt um %1 Dateien am Tag (± %2)</translation>
    </message>
    <message>
        <source>Rises by %1 files a day (± %2): no end in sight</source>
        <translation>Steigt um %1 Dateien am Tag (± %2): kein Ende in Sicht</translation>
    </message>
    <message>
        <source>Neither falls nor rises for sure (%1 files a day, ± %2)</source>
        <translation>Sinkt und steigt nicht sicher (%1 Dateien am Tag, ± %2)</translation>
    </message>
    <message>
        <source>By %1: %2</source>
        <translation>Bis %1: %2</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weiteren</translation>
    </message>
    <message>
        <source>imports 1 statement from %2</source>
        <translation>importiert mit 1 Anweisung aus %2</translation>
    </message>
    <message numerus="yes">
        <source>imports %1 statements from %2</source>
        <translation>
            <numerusform>importiert mit %1 Anweisung aus %2</numerusform>
            <numerusform>importiert mit %1 Anweisungen aus %2</numerusform>
        </translation>
    </message>
    <message>
        <source>imported by 1 statement of %2</source>
        <translation>importiert durch 1 Anweisung von %2</translation>
    </message>
    <message numerus="yes">
        <source>imported by %1 statements of %2</source>
        <translation>
            <numerusform>importiert durch %1 Anweisung von %2</numerusform>
            <numerusform>importiert durch %1 Anweisungen von %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Too many to draw. Hide or close something, or search for a name.</source>
        <translation>%1
Zu viele für das Bild. Etwas ausblenden oder schließen oder nach einem Namen suchen.</translation>
    </message>
    <message>
        <source>%1, %2 lines</source>
        <translation>%1, %2 Zeilen</translation>
    </message>
    <message>
        <source>1 module inside</source>
        <translation>1 Modul darin</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules inside</source>
        <translation>
            <numerusform>%1 Modul darin</numerusform>
            <numerusform>%1 Module darin</numerusform>
        </translation>
    </message>
    <message>
        <source>1 module in import cycles</source>
        <translation>1 Modul in Importzyklen</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules in import cycles</source>
        <translation>
            <numerusform>%1 Modul in Importzyklen</numerusform>
            <numerusform>%1 Module in Importzyklen</numerusform>
        </translation>
    </message>
    <message>
        <source>part of an import cycle</source>
        <translation>Teil eines Importzyklus</translation>
    </message>
    <message>
        <source>1 deprecated module</source>
        <translation>1 veraltetes Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 deprecated modules</source>
        <translation>
            <numerusform>%1 veraltetes Modul</numerusform>
            <numerusform>%1 veraltete Module</numerusform>
        </translation>
    </message>
    <message>
        <source>1 module uses something deprecated</source>
        <translation>1 Modul benutzt Veraltetes</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules use something deprecated</source>
        <translation>
            <numerusform>%1 Modul benutzt Veraltetes</numerusform>
            <numerusform>%1 Module benutzen Veraltetes</numerusform>
        </translation>
    </message>
    <message>
        <source>Double-click for its map</source>
        <translation>Doppelklick zeigt seine Karte</translation>
    </message>
    <message>
        <source>Double-click to close</source>
        <translation>Doppelklick schließt es</translation>
    </message>
    <message>
        <source>Double-click to open</source>
        <translation>Doppelklick öffnet es</translation>
    </message>
    <message>
        <source>%1 imports %2</source>
        <translation>%1 importiert %2</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements</source>
        <translation>
            <numerusform>%1 Anweisung</numerusform>
            <numerusform>%1 Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>leads to something deprecated</source>
        <translation>führt zu Veraltetem</translation>
    </message>
    <message>
        <source>leads to a module that does not exist</source>
        <translation>führt zu einem Modul, das es nicht gibt</translation>
    </message>
    <message>
        <source>imported by tests only</source>
        <translation>nur von Tests importiert</translation>
    </message>
    <message>
        <source>nothing of it runs at import time</source>
        <translation>nichts davon läuft beim Import</translation>
    </message>
    <message>
        <source>Double-click for the statements</source>
        <translation>Doppelklick zeigt die Anweisungen</translation>
    </message>
    <message>
        <source>imports %1</source>
        <translation>importiert %1</translation>
    </message>
    <message>
        <source>imported by %1</source>
        <translation>importiert von %1</translation>
    </message>
    <message>
        <source>has just come</source>
        <translation>ist gerade hinzugekommen</translation>
    </message>
    <message>
        <source>has just gone</source>
        <translation>ist gerade verschwunden</translation>
    </message>
    <message>
        <source>1 import between two modules</source>
        <translation>1 Import zwischen zwei Modulen</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports between modules</source>
        <translation>
            <numerusform>%1 Import zwischen Modulen</numerusform>
            <numerusform>%1 Importe zwischen Modulen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Open folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Index again</source>
        <translation>&amp;Neu indizieren</translation>
    </message>
    <message>
        <source>&amp;Export picture…</source>
        <translation>Bild e&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filter…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>&amp;Whole picture</source>
        <translation>Ganzes &amp;Bild</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Close the selected package</source>
        <translation>Ausgewähltes Paket &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Bring the selection into view</source>
        <translation>Auswahl in die Mitte &amp;holen</translation>
    </message>
    <message>
        <source>Show &amp;everything again</source>
        <translation>Wieder alles zeig&amp;en</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>Whole &amp;repository</source>
        <translation>Ganzes &amp;Repository</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>&amp;Minimap</translation>
    </message>
    <message>
        <source>&amp;Keys and signs</source>
        <translation>&amp;Tasten und Zeichen</translation>
    </message>
    <message>
        <source>&amp;About Espalier</source>
        <translation>&amp;Über Espalier</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>Imports that count</source>
        <translation>Importe, die zählen</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Find a module or &amp;command</source>
        <translation>Modul oder &amp;Befehl suchen</translation>
    </message>
    <message>
        <source>Clear &amp;all filters</source>
        <translation>&amp;Alle Filter entfernen</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>F&amp;ull size</source>
        <translation>&amp;Volle Größe</translation>
    </message>
    <message>
        <source>O&amp;pen the selected package</source>
        <translation>Ausgewähltes &amp;Paket öffnen</translation>
    </message>
    <message>
        <source>List of what is &amp;deprecated</source>
        <translation>Liste des Veraltete&amp;n</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Pro&amp;ject tree</source>
        <translation>Pro&amp;jektbaum</translation>
    </message>
    <message>
        <source>List of what needs attenti&amp;on</source>
        <translation>L&amp;iste: was Beachtung verdient</translation>
    </message>
    <message>
        <source>List of c&amp;ycles</source>
        <translation>Lis&amp;te der Zyklen</translation>
    </message>
    <message>
        <source>L&amp;ist of problems</source>
        <translation>Liste der P&amp;robleme</translation>
    </message>
    <message>
        <source>E&amp;vidence</source>
        <translation>Be&amp;lege</translation>
    </message>
    <message>
        <source>Menu o&amp;f what is selected</source>
        <translation>&amp;Menü zum Ausgewählten</translation>
    </message>
    <message>
        <source>List of what is fra&amp;gmented</source>
        <translation>Liste des Zers&amp;plitterten</translation>
    </message>
    <message>
        <source>List of names with several definitions</source>
        <translation>Liste der Namen mit mehreren Definitionen</translation>
    </message>
    <message>
        <source>C&amp;ycles</source>
        <translation>Z&amp;yklen</translation>
    </message>
    <message>
        <source>Changes of the pl&amp;an</source>
        <translation>Ä&amp;nderungen des Plans</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historie</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Claims of the &amp;tracker</source>
        <translation>Behauptungen des &amp;Trackers</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
</context>
<context>
    <name>CommitBanner</name>
    <message>
        <source>Commit that is shown</source>
        <translation>Gezeigter Commit</translation>
    </message>
    <message>
        <source>All views and sources are of that commit.</source>
        <translation>Alle Ansichten und Quelltexte sind die dieses Commits.</translation>
    </message>
    <message>
        <source>The project %1</source>
        <translation>Das Projekt %1</translation>
    </message>
    <message>
        <source>Being compared …</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>The map goes through other commits.</source>
        <translation>Die Karte geht gerade durch andere Commits.</translation>
    </message>
</context>
<context>
    <name>CommitStrip</name>
    <message>
        <source>Commits</source>
        <translation>Commits</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>Commits</name>
    <message>
        <source>1 file changed</source>
        <translation>1 Datei geändert</translation>
    </message>
    <message numerus="yes">
        <source>%1 files changed</source>
        <translation>
            <numerusform>%1 Datei geändert</numerusform>
            <numerusform>%1 Dateien geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Working tree</source>
        <translation>Arbeitsbaum</translation>
    </message>
    <message>
        <source>&lt;b&gt;Working tree&lt;/b&gt;&lt;br&gt;The files as they are on disk</source>
        <translation>&lt;b&gt;Arbeitsbaum&lt;/b&gt;&lt;br&gt;Die Dateien, wie sie auf der Platte liegen</translation>
    </message>
</context>
<context>
    <name>Common</name>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>conditional</source>
        <translation>bedingt</translation>
    </message>
    <message>
        <source>star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>dynamic</source>
        <translation>dynamisch</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Zeichenkette</translation>
    </message>
    <message>
        <source>lazy</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>mehrdeutig</translation>
    </message>
    <message>
        <source>implicit-parent</source>
        <translation>umgebendes Paket</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>generiert</translation>
    </message>
    <message>
        <source>unparsable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>shim</source>
        <translation>Durchreiche</translation>
    </message>
    <message>
        <source>shadowed</source>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standardbibliothek</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>decorator</source>
        <translation>Dekorator</translation>
    </message>
    <message>
        <source>docstring</source>
        <translation>Docstring</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>getattr</source>
        <translation>__getattr__</translation>
    </message>
    <message>
        <source>at import time</source>
        <translation>beim Import</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>aufgeschoben</translation>
    </message>
    <message>
        <source>typing only</source>
        <translation>nur zur Typprüfung</translation>
    </message>
    <message>
        <source>as a script</source>
        <translation>als Skript</translation>
    </message>
    <message>
        <source>module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>namespace package</source>
        <translation>Namensraumpaket</translation>
    </message>
    <message>
        <source>outside package</source>
        <translation>fremdes Paket</translation>
    </message>
    <message>
        <source>ghost: imported, but there is no such module</source>
        <translation>Geistermodul: importiert, aber nicht vorhanden</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>Bedingung</translation>
    </message>
</context>
<context>
    <name>CommonImports</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>All of them import %1.</source>
        <translation>Sie alle importieren %1.</translation>
    </message>
    <message>
        <source>All of them are imported by %1.</source>
        <translation>Sie alle werden importiert von %1.</translation>
    </message>
</context>
<context>
    <name>ConcernModel</name>
    <message>
        <source>Tangles: modules that import each other</source>
        <translation>Verflechtungen: Importe im Kreis</translation>
    </message>
    <message>
        <source>Deprecated, and still imported</source>
        <translation>Veraltet und noch importiert</translation>
    </message>
    <message>
        <source>Ghosts: imported, but missing</source>
        <translation>Geistermodule: importiert, aber fort</translation>
    </message>
    <message>
        <source>Not parsed as a whole</source>
        <translation>Nicht ganz gelesen</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules</source>
        <translation>
            <numerusform>%1 Modul</numerusform>
            <numerusform>%1 Module</numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>1 import</source>
        <translation>1 Import</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports</source>
        <translation>
            <numerusform>%1 Import</numerusform>
            <numerusform>%1 Importe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CycleDesk</name>
    <message>
        <source>The files have changed meanwhile.</source>
        <translation>Die Dateien haben sich inzwischen geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 modules</source>
        <translation>
            <numerusform>%1 von %2 Modul</numerusform>
            <numerusform>%1 von %2 Modulen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CycleMarkdown</name>
    <message>
        <source>The %1 shortest of %2 cycles:</source>
        <translation>Die %1 kürzesten von %2 Zyklen:</translation>
    </message>
    <message>
        <source>Shortest cycles:</source>
        <translation>Kürzeste Zyklen:</translation>
    </message>
</context>
<context>
    <name>CycleRows</name>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>%1 imports %2</source>
        <translation>%1 importiert %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weiteren</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <comment>file:line, in a module or function</comment>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>Loads if first: %1</source>
        <translation>Lädt als erstes: %1</translation>
    </message>
    <message>
        <source>Cannot be told if first: %1</source>
        <translation>Offen, wenn zuerst: %1</translation>
    </message>
    <message>
        <source>if that imports nothing here, it loads</source>
        <translation>importiert das nichts von hier, lädt es</translation>
    </message>
    <message>
        <source>if that imports nothing here, it fails:</source>
        <translation>importiert das nichts von hier, scheitert es:</translation>
    </message>
    <message>
        <source>it may load, and it may fail</source>
        <translation>es kann laden und kann scheitern</translation>
    </message>
    <message>
        <source>Fails if first: %1</source>
        <translation>Scheitert als erstes: %1</translation>
    </message>
    <message>
        <source>%1 calls while it is imported: %2</source>
        <translation>Aufrufe beim Import von %1: %2</translation>
    </message>
    <message>
        <source>line %1: %2()</source>
        <translation>Zeile %1: %2()</translation>
    </message>
    <message>
        <source>Tangle</source>
        <translation>Verflechtung</translation>
    </message>
    <message>
        <source>At import
Whether it fails when one of it is imported first</source>
        <translation>Beim Import
Ob es scheitert, wenn eines davon zuerst importiert wird</translation>
    </message>
    <message>
        <source>Size
Modules</source>
        <translation>Größe
Module</translation>
    </message>
    <message>
        <source>Stmts
Statements that hold it together</source>
        <translation>Anw.
Anweisungen, die es zusammenhalten</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules import each other: %2, %3</source>
        <translation>
            <numerusform>%1 Modul importiert sich: %2, %3</numerusform>
            <numerusform>%1 Module importieren einander: %2, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>1 import</source>
        <translation>1 Import</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports</source>
        <translation>
            <numerusform>%1 Import</numerusform>
            <numerusform>%1 Importe</numerusform>
        </translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements</source>
        <translation>
            <numerusform>%1 Anweisung</numerusform>
            <numerusform>%1 Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Packages</source>
        <comment>a number of them</comment>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Imports</source>
        <comment>edges between modules</comment>
        <translation>Importe</translation>
    </message>
    <message>
        <source>%1 imports %2: %3</source>
        <comment>packages, by so many imports of their modules</comment>
        <translation>%1 importiert %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>so many imports: a -&gt; b -&gt; a</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schneiden</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>%1. %2: %3 → %4</source>
        <comment>step, how to cut, the importing and the imported module</comment>
        <translation>%1. %2: %3 → %4</translation>
    </message>
    <message>
        <source>then %1</source>
        <translation>danach: %1</translation>
    </message>
    <message>
        <source>it brings in %1</source>
        <translation>bringt %1</translation>
    </message>
    <message>
        <source>to be kept: %1</source>
        <translation>soll bleiben: %1</translation>
    </message>
    <message>
        <source>No failure found if first: %1</source>
        <translation>Kein Scheitern gefunden, wenn zuerst: %1</translation>
    </message>
    <message>
        <source>May fail if first: %1</source>
        <translation>Scheitert vielleicht, wenn zuerst: %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>neu: %1</translation>
    </message>
    <message>
        <source>grown: %1</source>
        <translation>gewachsen: %1</translation>
    </message>
</context>
<context>
    <name>CycleWords</name>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>testing …</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>always fails</source>
        <translation>scheitert immer</translation>
    </message>
    <message>
        <source>can fail</source>
        <translation>kann scheitern</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>never fails</source>
        <translation>scheitert nie</translation>
    </message>
    <message>
        <source>Fails if first imported through %1 (%2 of %3 modules)</source>
        <translation>Scheitert, wenn zuerst %1 importiert wird (%2 von %3 Modulen)</translation>
    </message>
    <message>
        <source>Cannot be told for %2 of %3 modules as the first import: %1</source>
        <translation>Offen für %2 von %3 Modulen als ersten Import: %1</translation>
    </message>
    <message>
        <source>Never fails, whichever of its modules is imported first</source>
        <translation>Scheitert nie, welches Modul auch zuerst importiert wird</translation>
    </message>
    <message>
        <source>move under TYPE_CHECKING</source>
        <translation>unter TYPE_CHECKING schieben</translation>
    </message>
    <message>
        <source>move into the functions that need it</source>
        <translation>in die Funktionen schieben, die es brauchen</translation>
    </message>
    <message>
        <source>import from the definition</source>
        <translation>von der Definition importieren</translation>
    </message>
    <message>
        <source>move what is imported</source>
        <translation>das Importierte verschieben</translation>
    </message>
    <message>
        <source>remove: no easy way is proven</source>
        <translation>entfernen: kein leichter Weg ist bewiesen</translation>
    </message>
    <message>
        <source>under TYPE_CHECKING</source>
        <translation>unter TYPE_CHECKING</translation>
    </message>
    <message>
        <source>defer</source>
        <translation>aufschieben</translation>
    </message>
    <message>
        <source>from the definition</source>
        <translation>von der Definition</translation>
    </message>
    <message>
        <source>move a symbol</source>
        <translation>Symbol verschieben</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a symbol of a module</comment>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>Cut %1 of weight %2</source>
        <comment>3 imports of weight 12</comment>
        <translation>%1 vom Gewicht %2 schneiden</translation>
    </message>
    <message>
        <source>1 import</source>
        <translation>1 Import</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports</source>
        <translation>
            <numerusform>%1 Import</numerusform>
            <numerusform>%1 Importe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: proven, no cheaper set breaks all cycles</source>
        <translation>%1: bewiesen, nichts Billigeres bricht alle Zyklen</translation>
    </message>
    <message>
        <source>%1: none can weigh less than %2, %3 % below</source>
        <translation>%1: nichts wiegt weniger als %2, das sind %3 % weniger</translation>
    </message>
    <message>
        <source>no tangle is left</source>
        <translation>keine Verflechtung bleibt</translation>
    </message>
    <message>
        <source>tangles left: %1</source>
        <comment>followed by numbers of modules</comment>
        <translation>Verflechtungen, die bleiben: %1</translation>
    </message>
    <message>
        <source>may fail</source>
        <translation>scheitert vielleicht</translation>
    </message>
    <message>
        <source>no failure found</source>
        <translation>kein Scheitern gefunden</translation>
    </message>
    <message>
        <source>Fails if first imported through %1 (%2 of %3 modules), unless code that cannot be followed imports some of them before</source>
        <translation>Scheitert, wenn zuerst %1 importiert wird (%2 von %3 Modulen), außer wenn Code, dem nicht zu folgen ist, vorher einige davon importiert</translation>
    </message>
    <message>
        <source>No failure found. For %1 of %2 first imports that rests on code that cannot be followed importing nothing from here</source>
        <translation>Kein Scheitern gefunden. Bei %1 von %2 ersten Importen beruht das darauf, dass Code, dem nicht zu folgen ist, nichts von hier importiert</translation>
    </message>
</context>
<context>
    <name>CyclesPanel</name>
    <message>
        <source>Cycles of &amp;packages</source>
        <translation>Zyklen von &amp;Paketen</translation>
    </message>
    <message>
        <source>Tangles</source>
        <translation>Verflechtungen</translation>
    </message>
    <message>
        <source>Tangles of packages</source>
        <translation>Verflechtungen von Paketen</translation>
    </message>
    <message>
        <source>Imports between the packages</source>
        <translation>Importe zwischen den Paketen</translation>
    </message>
    <message>
        <source>Working out an answer</source>
        <translation>Eine Antwort wird ermittelt</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Tangles of what</source>
        <translation>Verflechtungen wovon</translation>
    </message>
    <message>
        <source>All tangles</source>
        <translation>Alle Verflechtungen</translation>
    </message>
    <message>
        <source>Looking for cycles …</source>
        <translation>Zyklen werden gesucht …</translation>
    </message>
    <message>
        <source>%1 modules and %2 imports between them were searched (%3).</source>
        <translation>%1 Module und %2 Importe zwischen ihnen wurden durchsucht (%3).</translation>
    </message>
    <message>
        <source>no kind counts</source>
        <translation>keine Art zählt</translation>
    </message>
    <message>
        <source>What counts is chosen with the buttons above the map.</source>
        <translation>Was zählt, wählen die Knöpfe über der Karte.</translation>
    </message>
    <message>
        <source>No import cycles</source>
        <translation>Keine Importzyklen</translation>
    </message>
    <message>
        <source>No packages that import each other</source>
        <translation>Keine Pakete, die einander importieren</translation>
    </message>
    <message>
        <source>1 tangle</source>
        <translation>1 Verflechtung</translation>
    </message>
    <message numerus="yes">
        <source>%1 tangles</source>
        <translation>
            <numerusform>%1 Verflechtung</numerusform>
            <numerusform>%1 Verflechtungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 packages import each other: %2</source>
        <translation>
            <numerusform>%1 Paket importiert sich: %2</numerusform>
            <numerusform>%1 Pakete importieren einander: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Testing what fails at import … %1</source>
        <translation>Es wird geprüft, was beim Import scheitert … %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>2 tangles: 1 new, 1 grown since v1.4</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>About Espalier</source>
        <translation>Über Espalier</translation>
    </message>
    <message>
        <source>&lt;b&gt;Espalier&lt;/b&gt; %1&lt;br&gt;Explorer of the module dependencies of Python projects.&lt;br&gt;GPL-3.0-or-later</source>
        <translation>&lt;b&gt;Espalier&lt;/b&gt; %1&lt;br&gt;Zeigt die Abhängigkeiten zwischen den Modulen von Python-Projekten.&lt;br&gt;GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%f stands for the file, %l for the line, %c for the column. Empty: an editor that is found on this computer.</source>
        <translation>%f steht für die Datei, %l für die Zeile, %c für die Spalte. Leer: ein Editor, der auf diesem Rechner gefunden wird.</translation>
    </message>
    <message>
        <source>Let the picture glide when it changes</source>
        <translation>Änderungen des Bildes gleiten lassen</translation>
    </message>
    <message>
        <source>&amp;Editor command</source>
        <translation>&amp;Befehl für den Editor</translation>
    </message>
    <message>
        <source>&amp;Language, from the next start on</source>
        <translation>&amp;Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF-Seite (*.pdf)</translation>
    </message>
    <message>
        <source>Graphviz DOT (*.dot)</source>
        <translation>Graphviz DOT (*.dot)</translation>
    </message>
    <message>
        <source>Mermaid (*.mmd)</source>
        <translation>Mermaid (*.mmd)</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
</context>
<context>
    <name>DifferenceDesk</name>
    <message>
        <source>Copy the difference as Markdown</source>
        <translation>Den Unterschied als Markdown kopieren</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>Difference of two commits</source>
        <translation>Unterschied zweier Commits</translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Shift+click on a commit of the history below to compare with it.</source>
        <translation>Umschalt+Klick auf einen Commit der Historie unten vergleicht mit ihm.</translation>
    </message>
</context>
<context>
    <name>DifferenceText</name>
    <message>
        <source>New modules</source>
        <translation>Neue Module</translation>
    </message>
    <message>
        <source>Modules that are gone</source>
        <translation>Verschwundene Module</translation>
    </message>
    <message>
        <source>Renamed modules</source>
        <translation>Umbenannte Module</translation>
    </message>
    <message>
        <source>New or grown tangles</source>
        <translation>Neue oder gewachsene Verflechtungen</translation>
    </message>
    <message>
        <source>Tangles that are gone or smaller</source>
        <translation>Verschwundene oder kleinere Verflechtungen</translation>
    </message>
    <message>
        <source>New imports of what is deprecated</source>
        <translation>Neue Importe von Veraltetem</translation>
    </message>
    <message>
        <source>Fixed imports of what is deprecated</source>
        <translation>Behobene Importe von Veraltetem</translation>
    </message>
    <message>
        <source>New imports</source>
        <translation>Neue Importe</translation>
    </message>
    <message>
        <source>Imports that are gone</source>
        <translation>Verschwundene Importe</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules</source>
        <translation>
            <numerusform>%1 Modul</numerusform>
            <numerusform>%1 Module</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, left by %2: %3</source>
        <translation>%1, verlassen von %2: %3</translation>
    </message>
    <message>
        <source>%1, joined by %2: %3</source>
        <translation>%1, ergänzt um %2: %3</translation>
    </message>
    <message>
        <source>%1 imports</source>
        <translation>%1 Importe</translation>
    </message>
    <message>
        <source>%1 tangles</source>
        <translation>%1 Verflechtungen</translation>
    </message>
    <message>
        <source>%1 imports of what is deprecated</source>
        <translation>%1 Importe von Veraltetem</translation>
    </message>
    <message>
        <source>%1 modules</source>
        <comment>“+3 −2”</comment>
        <translation>%1 Module</translation>
    </message>
</context>
<context>
    <name>EditActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Hide what is selected</source>
        <translation>Ausgewähltes a&amp;usblenden</translation>
    </message>
    <message>
        <source>Show &amp;only what is selected</source>
        <translation>Nur Ausgewähltes &amp;zeigen</translation>
    </message>
    <message>
        <source>Select the package &amp;around it</source>
        <translation>Das &amp;umgebende Paket auswählen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 chosen things</source>
        <translation>
            <numerusform>%1 ausgewähltes Ding</numerusform>
            <numerusform>%1 ausgewählte Dinge</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Show hi&amp;dden modules again</source>
        <translation>Aus&amp;geblendete Module wieder zeigen</translation>
    </message>
    <message>
        <source>Write a no&amp;te to it…</source>
        <translation>N&amp;otiz dazu schreiben…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>What you want to say about %1. Empty: no note. Ctrl+Enter: done.</source>
        <translation>Was zu %1 zu sagen ist. Leer: keine Notiz. Strg+Eingabe: fertig.</translation>
    </message>
    <message>
        <source>Put bac&amp;k where it was laid</source>
        <translation>An seinen Platz zurü&amp;cklegen</translation>
    </message>
    <message>
        <source>Put all &amp;moved boxes back</source>
        <translation>Alle ver&amp;schobenen Kästen zurücklegen</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>no editor command is set</source>
        <translation>kein Befehl für den Editor eingestellt</translation>
    </message>
    <message>
        <source>set one in the settings, for instance code --goto %f:%l</source>
        <translation>in den Einstellungen angeben, zum Beispiel code --goto %f:%l</translation>
    </message>
    <message>
        <source>the editor could not be started</source>
        <translation>der Editor ließ sich nicht starten</translation>
    </message>
    <message>
        <source>check the command in the settings</source>
        <translation>den Befehl in den Einstellungen prüfen</translation>
    </message>
</context>
<context>
    <name>EvidenceModel</name>
    <message>
        <source>%1
%2 imports %3, %4

%5</source>
        <translation>%1
%2 importiert %3, %4

%5</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Who imports it</source>
        <translation>Wer es importiert</translation>
    </message>
    <message>
        <source>What it imports</source>
        <translation>Was es importiert</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Click a box or a line of the map to see the import statements behind it.</source>
        <translation>Ein Klick auf einen Kasten oder eine Linie der Karte zeigt die Import-Anweisungen dahinter.</translation>
    </message>
    <message>
        <source>%1 between %2</source>
        <translation>%1 zwischen %2</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements</source>
        <translation>
            <numerusform>%1 Anweisung</numerusform>
            <numerusform>%1 Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 pair of modules</source>
        <translation>1 Modulpaar</translation>
    </message>
    <message numerus="yes">
        <source>%1 pairs of modules</source>
        <translation>
            <numerusform>%1 Modulpaar</numerusform>
            <numerusform>%1 Modulpaaren</numerusform>
        </translation>
    </message>
    <message>
        <source>Who imports anything in it</source>
        <translation>Wer etwas darin importiert</translation>
    </message>
    <message>
        <source>What anything in it imports</source>
        <translation>Was etwas darin importiert</translation>
    </message>
    <message>
        <source>Who imports the package itself</source>
        <translation>Wer das Paket selbst importiert</translation>
    </message>
    <message>
        <source>What the package itself imports</source>
        <translation>Was das Paket selbst importiert</translation>
    </message>
    <message>
        <source>Collecting %1 statements …</source>
        <translation>%1 Anweisungen werden gesammelt …</translation>
    </message>
    <message>
        <source>No statements.</source>
        <translation>Keine Anweisungen.</translation>
    </message>
    <message>
        <source>Symbols defi&amp;ned in it</source>
        <translation>Symb&amp;ole, die es definiert</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What is listed of it</source>
        <translation>Was davon aufgelistet wird</translation>
    </message>
    <message>
        <source>Symbols defined in it</source>
        <translation>Symbole, die es definiert</translation>
    </message>
    <message>
        <source>Tests that protect it</source>
        <translation>Tests, die es schützen</translation>
    </message>
    <message>
        <source>Modules in it that no test reaches</source>
        <translation>Module darin, die kein Test erreicht</translation>
    </message>
    <message>
        <source>What stands in the way of deleting it</source>
        <translation>Was seiner Löschung im Weg steht</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>Wird ermittelt …</translation>
    </message>
    <message>
        <source>Tests t&amp;hat protect it</source>
        <translation>Tests, die es s&amp;chützen</translation>
    </message>
    <message>
        <source>What its deletion wo&amp;uld break</source>
        <translation>Was seine Lösc&amp;hung bräche</translation>
    </message>
</context>
<context>
    <name>FilterActions</name>
    <message>
        <source>Import time</source>
        <translation>Beim Import</translation>
    </message>
    <message>
        <source>Count imports that run while the module is being imported</source>
        <translation>Importe zählen, die beim Import des Moduls laufen</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>Aufgeschoben</translation>
    </message>
    <message>
        <source>Count imports in function bodies, and lazy imports</source>
        <translation>Importe in Funktionen und verzögerte Importe zählen</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Count imports under TYPE_CHECKING</source>
        <translation>Importe unter TYPE_CHECKING zählen</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Count imports under if __name__ == &quot;__main__&quot;</source>
        <translation>Importe unter if __name__ == &quot;__main__&quot; zählen</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Show test modules</source>
        <translation>Testmodule zeigen</translation>
    </message>
    <message>
        <source>Ghosts</source>
        <translation>Geister</translation>
    </message>
    <message>
        <source>Show modules that are imported but do not exist</source>
        <translation>Module zeigen, die importiert werden, aber nicht vorhanden sind</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Fremde</translation>
    </message>
    <message>
        <source>Show packages from outside the project</source>
        <translation>Pakete zeigen, die nicht zum Projekt gehören</translation>
    </message>
    <message>
        <source>Only deprecated modules</source>
        <translation>Nur veraltete Module</translation>
    </message>
    <message>
        <source>Show only what is deprecated and who imports it</source>
        <translation>Nur Veraltetes zeigen und wer es importiert</translation>
    </message>
    <message>
        <source>Only tangles</source>
        <translation>Nur Verflechtungen</translation>
    </message>
    <message>
        <source>Show only modules that import each other in a circle</source>
        <translation>Nur Module zeigen, die einander im Kreis importieren</translation>
    </message>
    <message>
        <source>Direct lines only</source>
        <translation>Nur direkte Linien</translation>
    </message>
    <message>
        <source>Leave out lines that a longer way makes superfluous</source>
        <translation>Linien weglassen, die ein längerer Weg überflüssig macht</translation>
    </message>
    <message>
        <source>Bundle lines</source>
        <translation>Linien bündeln</translation>
    </message>
    <message>
        <source>Lines that go the same way run together</source>
        <translation>Linien mit gleichem Weg laufen zusammen</translation>
    </message>
    <message>
        <source>Count parent packages that run</source>
        <translation>Umgebende Pakete zählen</translation>
    </message>
    <message>
        <source>import a.b also runs a: count that, too</source>
        <translation>import a.b führt auch a aus: auch das zählen</translation>
    </message>
    <message>
        <source>Count dotted strings</source>
        <translation>Zeichenketten mit Punkten zählen</translation>
    </message>
    <message>
        <source>Count names in strings such as mock.patch(&quot;a.b&quot;)</source>
        <translation>Namen in Zeichenketten zählen, etwa mock.patch(&quot;a.b&quot;)</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Filters in force</source>
        <translation>Wirksame Filter</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>a part of the name; * and ? stand for anything</source>
        <translation>Teil des Namens, auch mit * und ?</translation>
    </message>
    <message>
        <source>a package, such as shop.web</source>
        <translation>ein Paket, etwa shop.web</translation>
    </message>
    <message>
        <source>&amp;Names with</source>
        <translation>&amp;Namen mit</translation>
    </message>
    <message>
        <source>Only in &amp;package</source>
        <translation>Nur im &amp;Paket</translation>
    </message>
    <message>
        <source>&amp;Size of a box</source>
        <translation>&amp;Größe eines Kastens</translation>
    </message>
    <message>
        <source>&amp;Tint of a box</source>
        <translation>&amp;Tönung eines Kastens</translation>
    </message>
    <message>
        <source>&amp;Clear all</source>
        <translation>&amp;Alle entfernen</translation>
    </message>
    <message>
        <source>There is no package “%1” yet.</source>
        <translation>Ein Paket „%1“ gibt es noch nicht.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find &amp;in the picture</source>
        <translation>&amp;Im Bild suchen</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>Select &amp;all matches</source>
        <translation>&amp;Alle Treffer auswählen</translation>
    </message>
    <message>
        <source>Part of a name in the picture</source>
        <translation>Teil eines Namens im Bild</translation>
    </message>
    <message>
        <source>Find in the picture</source>
        <translation>Im Bild suchen</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message numerus="yes">
        <source>%1 matches</source>
        <translation>
            <numerusform>%1 Treffer</numerusform>
            <numerusform>%1 Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FocusView</name>
    <message>
        <source>&amp;Packages</source>
        <translation>&amp;Pakete</translation>
    </message>
    <message>
        <source>Who imports a module, and what it imports, step by step:
select one in the package tree or in another view, or find it with Ctrl+K.</source>
        <translation>Wer ein Modul importiert und was es importiert, Schritt für Schritt:
im Paketbaum oder in einer anderen Ansicht auswählen oder mit Strg+K suchen.</translation>
    </message>
    <message>
        <source>Importers and imports of one module</source>
        <translation>Importierende und Importe eines Moduls</translation>
    </message>
    <message>
        <source>Steps to either side</source>
        <translation>Schritte nach beiden Seiten</translation>
    </message>
    <message>
        <source>How many steps of importers and imports are shown (Ctrl+[ and Ctrl+])</source>
        <translation>Wie viele Schritte von Importierenden und Importen gezeigt werden (Strg+[ und Strg+])</translation>
    </message>
    <message>
        <source>One box for the modules of a package, rather than one for each</source>
        <translation>Ein Kasten für die Module eines Pakets statt eines für jedes</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>No module is selected.</source>
        <translation>Kein Modul ausgewählt.</translation>
    </message>
    <message>
        <source>1 package</source>
        <translation>1 Paket</translation>
    </message>
    <message numerus="yes">
        <source>%1 packages</source>
        <translation>
            <numerusform>%1 Paket</numerusform>
            <numerusform>%1 Pakete</numerusform>
        </translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules</source>
        <translation>
            <numerusform>%1 Modul</numerusform>
            <numerusform>%1 Module</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements</source>
        <translation>
            <numerusform>%1 Anweisung</numerusform>
            <numerusform>%1 Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – imported by %2, imports %3</source>
        <translation>%1 – Importierende: %2; Importe: %3</translation>
    </message>
</context>
<context>
    <name>ForeignWords</name>
    <message>
        <source>unterminated f-string</source>
        <translation>f-String ohne Ende</translation>
    </message>
    <message>
        <source>statement too long; the rest of it is not read</source>
        <translation>Anweisung zu lang; der Rest ist nicht gelesen</translation>
    </message>
    <message>
        <source>unmatched &apos;%1&apos;</source>
        <translation>„%1“ ohne Gegenstück</translation>
    </message>
    <message>
        <source>mismatched &apos;%1&apos;</source>
        <translation>„%1“ passt nicht zum Gegenstück</translation>
    </message>
    <message>
        <source>the file ends after a line continuation character</source>
        <translation>die Datei endet nach einem Zeichen für Zeilenfortsetzung</translation>
    </message>
    <message>
        <source>unexpected character after line continuation character</source>
        <translation>unerwartetes Zeichen nach dem Zeichen für Zeilenfortsetzung</translation>
    </message>
    <message>
        <source>invalid character &apos;%1&apos;</source>
        <translation>ungültiges Zeichen „%1“</translation>
    </message>
    <message>
        <source>expected &apos;:&apos;</source>
        <translation>„:“ erwartet</translation>
    </message>
    <message>
        <source>no statement above that &apos;%1&apos; belongs to</source>
        <translation>keine Anweisung darüber, zu der „%1“ gehört</translation>
    </message>
    <message>
        <source>malformed import statement</source>
        <translation>fehlerhafte Import-Anweisung</translation>
    </message>
    <message>
        <source>a lazy import is not allowed here</source>
        <translation>ein verzögerter Import ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>what this makes of later imports cannot be told: %1</source>
        <translation>was dies aus späteren Importen macht, ist nicht vorherzusagen: %1</translation>
    </message>
    <message>
        <source>larger than a gigabyte: not read</source>
        <translation>größer als ein Gigabyte: nicht gelesen</translation>
    </message>
    <message>
        <source>a byte that is not %1 (shown as %2)</source>
        <translation>ein Byte, das kein %1 ist (gezeigt als %2)</translation>
    </message>
    <message>
        <source>unknown encoding &apos;%1&apos;</source>
        <translation>unbekannte Kodierung „%1“</translation>
    </message>
    <message>
        <source>the encoding &apos;%1&apos; contradicts the UTF-8 byte order mark</source>
        <translation>die Kodierung „%1“ widerspricht der UTF-8-Bytereihenfolgemarke</translation>
    </message>
    <message>
        <source>a NUL byte</source>
        <translation>ein NUL-Byte</translation>
    </message>
    <message>
        <source>unterminated triple-quoted string</source>
        <translation>Zeichenkette in drei Anführungszeichen ohne Ende</translation>
    </message>
    <message>
        <source>unterminated string</source>
        <translation>Zeichenkette ohne Ende</translation>
    </message>
    <message>
        <source>f-string: &apos;{&apos; was never closed</source>
        <translation>f-String: „{“ ist nie geschlossen</translation>
    </message>
    <message>
        <source>inconsistent use of tabs and spaces in indentation</source>
        <translation>Tabulatoren und Leerzeichen in der Einrückung gemischt</translation>
    </message>
    <message>
        <source>unexpected indent</source>
        <translation>unerwartete Einrückung</translation>
    </message>
    <message>
        <source>too many levels of indentation</source>
        <translation>zu viele Ebenen der Einrückung</translation>
    </message>
    <message>
        <source>expected an indented block</source>
        <translation>eingerückter Block erwartet</translation>
    </message>
    <message>
        <source>unindent does not match any outer indentation level</source>
        <translation>Einrückung passt zu keiner äußeren Ebene</translation>
    </message>
    <message>
        <source>expected &apos;except&apos; or &apos;finally&apos;</source>
        <translation>„except“ oder „finally“ erwartet</translation>
    </message>
    <message>
        <source>the statement is not complete</source>
        <translation>die Anweisung ist nicht vollständig</translation>
    </message>
    <message>
        <source>not Python from here on: %1</source>
        <translation>ab hier kein Python: %1</translation>
    </message>
    <message>
        <source>there are more syntax errors from here on</source>
        <translation>ab hier weitere Syntaxfehler</translation>
    </message>
    <message>
        <source>print and exec statements are Python 2; in Python 3 they are functions</source>
        <translation>print- und exec-Anweisungen sind Python 2; in Python 3 sind es Funktionen</translation>
    </message>
    <message>
        <source>two values side by side</source>
        <translation>zwei Werte nebeneinander</translation>
    </message>
    <message>
        <source>a conflict marker of a merge</source>
        <translation>eine Konfliktmarke vom Zusammenführen</translation>
    </message>
    <message>
        <source>not a notebook in JSON</source>
        <translation>kein Notebook in JSON</translation>
    </message>
    <message>
        <source>an import hook: what it makes of imports cannot be told</source>
        <translation>ein Import-Haken: was er aus Importen macht, ist nicht vorherzusagen</translation>
    </message>
    <message>
        <source>the package&apos;s __path__ is changed</source>
        <translation>der __path__ des Pakets wird geändert</translation>
    </message>
    <message>
        <source>the package&apos;s __path__ is extended by declare_namespace()</source>
        <translation>der __path__ des Pakets wird durch declare_namespace() erweitert</translation>
    </message>
    <message>
        <source>the package&apos;s __path__ is extended by extend_path()</source>
        <translation>der __path__ des Pakets wird durch extend_path() erweitert</translation>
    </message>
    <message>
        <source>took too long to read; its symbols are not known</source>
        <translation>das Lesen dauerte zu lange; Symbole sind nicht bekannt</translation>
    </message>
    <message>
        <source>larger than %1 MB; its imports are read, its definitions and uses are not</source>
        <translation>größer als %1 MB; die Importe sind gelesen, Definitionen und Verwendungen nicht</translation>
    </message>
    <message>
        <source>definitions are nested too deeply here and are left out</source>
        <translation>Definitionen sind hier zu tief verschachtelt und ausgelassen</translation>
    </message>
    <message>
        <source>not a regular file; nothing is ignored</source>
        <translation>keine gewöhnliche Datei; nichts wird ignoriert</translation>
    </message>
    <message>
        <source>the path is longer than 4,000 bytes</source>
        <translation>der Pfad ist länger als 4.000 Byte</translation>
    </message>
    <message>
        <source>more than 200 folders inside each other</source>
        <translation>mehr als 200 Ordner ineinander</translation>
    </message>
    <message>
        <source>gone while the folder was being listed</source>
        <translation>während des Auflistens verschwunden</translation>
    </message>
    <message>
        <source>the file&apos;s name is not valid UTF-8</source>
        <translation>der Dateiname ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>larger than %1 MB; not read</source>
        <translation>größer als %1 MB; nicht gelesen</translation>
    </message>
    <message>
        <source>the git repository cannot be opened</source>
        <translation>das Git-Repository lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>git&apos;s index cannot be read</source>
        <translation>der Index von Git lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the parser failed: %1</source>
        <translation>der Parser ist gescheitert: %1</translation>
    </message>
    <message>
        <source>the scanner failed: %1</source>
        <translation>der Scanner ist gescheitert: %1</translation>
    </message>
    <message>
        <source>gone while the project was being indexed</source>
        <translation>während des Indizierens verschwunden</translation>
    </message>
    <message>
        <source>there is no module &apos;%1&apos;</source>
        <translation>ein Modul „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>a relative import in a module that lies in no package</source>
        <translation>ein relativer Import in einem Modul, das in keinem Paket liegt</translation>
    </message>
    <message>
        <source>a relative import that goes past the top-level package</source>
        <translation>ein relativer Import über das oberste Paket hinaus</translation>
    </message>
    <message>
        <source>the configured source root &apos;%1&apos; holds no Python files</source>
        <translation>die eingestellte Quellwurzel „%1“ enthält keine Python-Dateien</translation>
    </message>
    <message>
        <source>no import reaches this file: a package of the same name stands beside it, and Python takes the package</source>
        <translation>kein Import erreicht diese Datei: Daneben steht ein Paket gleichen Namens, und Python nimmt das Paket</translation>
    </message>
    <message>
        <source>no import reaches this file: the folder %1/ is hidden by a module of the same name beside it</source>
        <translation>kein Import erreicht diese Datei: Der Ordner %1/ ist durch ein Modul gleichen Namens daneben verdeckt</translation>
    </message>
    <message>
        <source>no import reaches this file: Python takes its own module &apos;%1&apos;</source>
        <translation>kein Import erreicht diese Datei: Python nimmt sein eigenes Modul „%1“</translation>
    </message>
    <message>
        <source>no import reaches this file: another source root has a module of this name, and it is searched first</source>
        <translation>kein Import erreicht diese Datei: Eine andere Quellwurzel hat ein Modul dieses Namens und wird zuerst durchsucht</translation>
    </message>
    <message>
        <source>imports of &apos;%1&apos; find this file instead of Python&apos;s own module</source>
        <translation>Importe von „%1“ finden diese Datei statt Pythons eigenem Modul</translation>
    </message>
    <message>
        <source>not a regular file; it is not read</source>
        <translation>keine gewöhnliche Datei; sie wird nicht gelesen</translation>
    </message>
    <message>
        <source>larger than 1 MB; it is not read</source>
        <translation>größer als 1 MB; wird nicht gelesen</translation>
    </message>
    <message>
        <source>unreadable; it is not read</source>
        <translation>nicht lesbar; wird nicht gelesen</translation>
    </message>
    <message>
        <source>campaign &apos;%1&apos; says so</source>
        <translation>Kampagne „%1“ gibt es vor</translation>
    </message>
    <message>
        <source>campaign &apos;%1&apos;: there is no module &apos;%2&apos;, which is named as canonical</source>
        <translation>Kampagne „%1“: das Modul „%2“, das als kanonisch genannt ist, gibt es nicht</translation>
    </message>
    <message>
        <source>campaign &apos;%1&apos;: there is no module &apos;%2&apos;, which is named as part of its critical path</source>
        <translation>Kampagne „%1“: das Modul „%2“, das als Teil ihres kritischen Pfads genannt ist, gibt es nicht</translation>
    </message>
    <message>
        <source>no valid TOML: %1; the defaults hold</source>
        <translation>kein gültiges TOML: %1; es gelten die Vorgaben</translation>
    </message>
    <message>
        <source>unknown key &apos;%1&apos; in %2; it is ignored</source>
        <translation>unbekannter Schlüssel „%1“ in %2; wird ignoriert</translation>
    </message>
    <message>
        <source>no such folder</source>
        <translation>kein solcher Ordner</translation>
    </message>
    <message>
        <source>check the path, and that you may read it</source>
        <translation>den Pfad prüfen, und ob er gelesen werden darf</translation>
    </message>
    <message>
        <source>not a folder</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>name the folder that holds the Python code</source>
        <translation>den Ordner angeben, der den Python-Code enthält</translation>
    </message>
    <message>
        <source>the folder has gone</source>
        <translation>der Ordner ist fort</translation>
    </message>
    <message>
        <source>the folder has gone while it was being listed</source>
        <translation>der Ordner verschwand während des Auflistens</translation>
    </message>
    <message>
        <source>the folder has gone while it was being indexed</source>
        <translation>der Ordner verschwand während des Indizierens</translation>
    </message>
    <message>
        <source>the store keeps what it had</source>
        <translation>der Speicher behält, was er hatte</translation>
    </message>
    <message>
        <source>cannot open the folder: %1</source>
        <translation>der Ordner lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>give a folder that exists and may be read</source>
        <translation>einen Ordner angeben, den es gibt und der gelesen werden darf</translation>
    </message>
    <message>
        <source>too many folders to be told of changes in each</source>
        <translation>zu viele Ordner, um von Änderungen in jedem zu erfahren</translation>
    </message>
    <message>
        <source>already being indexed by %1</source>
        <translation>wird bereits indiziert von %1</translation>
    </message>
    <message>
        <source>wait for it; the store can be read meanwhile</source>
        <translation>darauf warten; der Speicher ist solange lesbar</translation>
    </message>
    <message>
        <source>cannot lock the store: %1</source>
        <translation>der Speicher lässt sich nicht sperren: %1</translation>
    </message>
    <message>
        <source>there is no store</source>
        <translation>es gibt keinen Speicher</translation>
    </message>
    <message>
        <source>index the folder first</source>
        <translation>den Ordner zuerst indizieren</translation>
    </message>
    <message>
        <source>not a store of Espalier</source>
        <translation>kein Speicher von Espalier</translation>
    </message>
    <message>
        <source>the store is damaged</source>
        <translation>der Speicher ist beschädigt</translation>
    </message>
    <message>
        <source>index again: it will be rebuilt, nothing is lost</source>
        <translation>neu indizieren: Er wird neu aufgebaut, nichts geht verloren</translation>
    </message>
    <message>
        <source>cannot write beside the store: %1</source>
        <translation>neben dem Speicher lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no name &apos;%2&apos; and no such module</source>
        <translation>„%1“ hat keinen Namen „%2“ und kein solches Modul</translation>
    </message>
    <message>
        <source>%1 (optional: the failure is caught)</source>
        <translation>%1 (optional: Der Fehler wird abgefangen)</translation>
    </message>
    <message>
        <source>the module name is computed: %1</source>
        <translation>der Modulname wird berechnet: %1</translation>
    </message>
    <message>
        <source>relative module name without a package: %1</source>
        <translation>relativer Modulname ohne Paket: %1</translation>
    </message>
    <message>
        <source>the package of a relative module name is computed: %1</source>
        <translation>das Paket eines relativen Modulnamens wird berechnet: %1</translation>
    </message>
    <message>
        <source>relative module name beyond the top package: %1</source>
        <translation>relativer Modulname über das oberste Paket hinaus: %1</translation>
    </message>
    <message>
        <source>the level of __import__ is computed: %1</source>
        <translation>die Ebene von __import__ wird berechnet: %1</translation>
    </message>
    <message>
        <source>no module name is given: %1</source>
        <translation>kein Modulname angegeben: %1</translation>
    </message>
    <message>
        <source>the module name is empty: %1</source>
        <translation>der Modulname ist leer: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was never closed</source>
        <translation>„%1“ ist nie geschlossen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a folder without __init__.py, and nothing in it answers to 1 import, which is taken for a library&apos;s</source>
        <translation>„%1“ ist ein Ordner ohne __init__.py, und nichts darin passt zu 1 Import, der einer Bibliothek zugerechnet wird</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a folder without __init__.py, and nothing in it answers to %2 imports, which are taken for a library&apos;s (this is the first)</source>
        <translation>„%1“ ist ein Ordner ohne __init__.py, und nichts darin passt zu %2 Importen, die einer Bibliothek zugerechnet werden (dies ist der erste)</translation>
    </message>
    <message>
        <source>it is defined there</source>
        <translation>dort ist es definiert</translation>
    </message>
    <message>
        <source>%1; this is the shortest public path</source>
        <translation>%1; dies ist der kürzeste öffentliche Pfad</translation>
    </message>
    <message>
        <source>%1, and no public module offers it</source>
        <translation>%1, und kein öffentliches Modul bietet es an</translation>
    </message>
    <message>
        <source>its module %1 is private</source>
        <translation>sein Modul %1 ist privat</translation>
    </message>
    <message>
        <source>its name %1 is private</source>
        <translation>ihr Name %1 ist privat</translation>
    </message>
    <message>
        <source>its module %1 does not keep the name</source>
        <translation>sein Modul %1 behält den Namen nicht</translation>
    </message>
    <message>
        <source>there is no module %1</source>
        <translation>es gibt kein Modul %1</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos; in %2</source>
        <translation>&apos;%1&apos; gibt es nicht in %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; leads nowhere</source>
        <translation>&apos;%1&apos; führt nirgendwohin</translation>
    </message>
    <message>
        <source>modules import &apos;%1&apos; from each other, and none defines it</source>
        <translation>Module importieren &apos;%1&apos; voneinander, und keines definiert es</translation>
    </message>
    <message>
        <source>%1 may have &apos;%2&apos;, in a way that cannot be read</source>
        <translation>%1 hat vielleicht &apos;%2&apos;, auf eine Weise, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>%1 binds &apos;%2&apos; for type checkers only</source>
        <translation>%1 bindet &apos;%2&apos; nur für Typprüfer</translation>
    </message>
    <message>
        <source>the __getattr__ of %1 may serve &apos;%2&apos;</source>
        <translation>das __getattr__ von %1 liefert vielleicht &apos;%2&apos;</translation>
    </message>
    <message>
        <source>%1, which every module has</source>
        <translation>%1, das jedes Modul hat</translation>
    </message>
    <message>
        <source>%1, of Python itself</source>
        <translation>%1, von Python selbst</translation>
    </message>
    <message>
        <source>%1, of another project</source>
        <translation>%1, aus einem anderen Projekt</translation>
    </message>
    <message>
        <source>both are %1</source>
        <translation>beide sind %1</translation>
    </message>
    <message>
        <source>the first is %1, the second %2</source>
        <translation>das erste ist %1, das zweite %2</translation>
    </message>
    <message>
        <source>which it is depends on conditions: %1</source>
        <translation>welches es ist, hängt von Bedingungen ab: %1</translation>
    </message>
    <message>
        <source>two values, decorated or not of this project, may be one object: %1</source>
        <translation>zwei Werte, dekoriert oder nicht aus diesem Projekt, können ein Objekt sein: %1</translation>
    </message>
    <message>
        <source>a star import: which of its names are used is not known</source>
        <translation>ein Stern-Import: welche seiner Namen verwendet werden, ist nicht bekannt</translation>
    </message>
    <message>
        <source>a computed import: what is done with the module is not known</source>
        <translation>ein errechneter Import: was mit dem Modul geschieht, ist nicht bekannt</translation>
    </message>
    <message>
        <source>the statement was not found in its place</source>
        <translation>die Anweisung wurde an ihrer Stelle nicht gefunden</translation>
    </message>
    <message>
        <source>a string that names the module</source>
        <translation>eine Zeichenkette, die das Modul nennt</translation>
    </message>
    <message>
        <source>it replaces the name in %1, and who looks there sees it</source>
        <translation>es ersetzt den Namen in %1, und wer dort nachsieht, bemerkt es</translation>
    </message>
    <message>
        <source>a string: who reads it is not known</source>
        <translation>eine Zeichenkette: wer sie liest, ist nicht bekannt</translation>
    </message>
    <message>
        <source>a string with escapes</source>
        <translation>eine Zeichenkette mit Escape-Zeichen</translation>
    </message>
    <message>
        <source>a notebook</source>
        <translation>ein Notebook</translation>
    </message>
    <message>
        <source>none of its names is used here: it may be imported for its effect</source>
        <translation>keiner seiner Namen wird hier verwendet: vielleicht wird es seiner Wirkung wegen importiert</translation>
    </message>
    <message>
        <source>&apos;%1&apos; stands for it in two ways</source>
        <translation>„%1“ steht auf zwei Weisen dafür</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has another meaning in this file</source>
        <translation>„%1“ hat in dieser Datei eine andere Bedeutung</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has another meaning, too</source>
        <translation>„%1“ hat auch eine andere Bedeutung</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is in __all__</source>
        <translation>„%1“ steht in __all__</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not asked for</source>
        <translation>nach „%1“ ist nicht gefragt</translation>
    </message>
    <message>
        <source>others take &apos;%1&apos; from here: %2</source>
        <translation>andere nehmen „%1“ von hier: %2</translation>
    </message>
    <message>
        <source>%1&apos;s &apos;%2&apos; is not the module %3</source>
        <translation>„%2“ in %1 ist nicht das Modul %3</translation>
    </message>
    <message>
        <source>%1 has no &apos;%2&apos;</source>
        <translation>%1 hat kein „%2“</translation>
    </message>
    <message>
        <source>%1 itself takes it from here</source>
        <translation>%1 nimmt es selbst von hier</translation>
    </message>
    <message>
        <source>%1 takes it from this module</source>
        <translation>%1 nimmt es aus diesem Modul</translation>
    </message>
    <message>
        <source>%1 imports this module, itself or through others: a circle, in which it may be half-run</source>
        <translation>%1 importiert dieses Modul, selbst oder über andere: ein Kreis, in dem es halb ausgeführt sein kann</translation>
    </message>
    <message>
        <source>another branch of the try imports it from %1: this one can be taken away by hand</source>
        <translation>ein anderer Zweig des try importiert es aus %1: dieser kann von Hand entfernt werden</translation>
    </message>
    <message>
        <source>the uses in this file are not known</source>
        <translation>die Verwendungen in dieser Datei sind nicht bekannt</translation>
    </message>
    <message>
        <source>the module object itself is used</source>
        <translation>das Modulobjekt selbst wird verwendet</translation>
    </message>
    <message>
        <source>%1 is reached by the same import</source>
        <translation>%1 wird über denselben Import erreicht</translation>
    </message>
    <message>
        <source>it sets &apos;%1&apos; in the module</source>
        <translation>es setzt „%1“ im Modul</translation>
    </message>
    <message>
        <source>it has changed since it was indexed</source>
        <translation>sie hat sich seit der Indizierung geändert</translation>
    </message>
    <message>
        <source>it shares its line with other statements, and has comments</source>
        <translation>sie teilt ihre Zeile mit anderen Anweisungen und hat Kommentare</translation>
    </message>
    <message>
        <source>its names share lines with comments: it cannot be cut in two</source>
        <translation>ihre Namen teilen Zeilen mit Kommentaren: sie lässt sich nicht teilen</translation>
    </message>
    <message>
        <source>the file has syntax errors</source>
        <translation>die Datei hat Syntaxfehler</translation>
    </message>
    <message>
        <source>its encoding is not one of single bytes</source>
        <translation>ihre Kodierung ist keine aus einzelnen Bytes</translation>
    </message>
    <message>
        <source>it has line ends that no difference can show (carriage returns)</source>
        <translation>sie hat Zeilenenden, die keine Differenz zeigen kann (Wagenrückläufe)</translation>
    </message>
    <message>
        <source>what would come out has syntax errors</source>
        <translation>was herauskäme, hätte Syntaxfehler</translation>
    </message>
    <message>
        <source>two changes of one place</source>
        <translation>zwei Änderungen an einer Stelle</translation>
    </message>
    <message>
        <source>a line that changes has letters in an encoding other than UTF-8</source>
        <translation>eine Zeile, die sich ändert, hat Zeichen in einer anderen Kodierung als UTF-8</translation>
    </message>
    <message>
        <source>%1 of [[campaign]]</source>
        <translation>%1 von [[campaign]]</translation>
    </message>
    <message>
        <source>a list of strings</source>
        <translation>eine Liste von Zeichenketten</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>eine Zeichenkette</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation>eine Liste von Tabellen</translation>
    </message>
    <message>
        <source>a number of files</source>
        <translation>eine Anzahl von Dateien</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>eine Zahl von 0 bis 1</translation>
    </message>
    <message>
        <source>a symbol such as &quot;a.b:name&quot;</source>
        <translation>ein Symbol wie &quot;a.b:name&quot;</translation>
    </message>
    <message>
        <source>a module or a symbol such as &quot;a.b:name&quot;</source>
        <translation>ein Modul oder ein Symbol wie &quot;a.b:name&quot;</translation>
    </message>
    <message>
        <source>a module such as &quot;a.b&quot;</source>
        <translation>ein Modul wie &quot;a.b&quot;</translation>
    </message>
    <message>
        <source>a date such as &quot;2026-12-31&quot;</source>
        <translation>ein Datum wie &quot;2026-12-31&quot;</translation>
    </message>
    <message>
        <source>a [[campaign]] needs a name of lower-case letters, digits and dashes; it is ignored</source>
        <translation>eine [[campaign]] braucht einen Namen aus Kleinbuchstaben, Ziffern und Strichen; sie wird ignoriert</translation>
    </message>
    <message>
        <source>there is another [[campaign]] &apos;%1&apos; before; it is ignored</source>
        <translation>es gibt davor schon eine [[campaign]] „%1“; sie wird ignoriert</translation>
    </message>
    <message>
        <source>campaign &apos;%1&apos; names nothing canonical and nothing deprecated</source>
        <translation>Kampagne „%1“ nennt weder Kanonisches noch Veraltetes</translation>
    </message>
    <message>
        <source>a [[deprecated]] entry needs either module = &quot;a.b&quot; or symbol = &quot;a.b:name&quot;; it is ignored</source>
        <translation>ein Eintrag [[deprecated]] braucht entweder module = &quot;a.b&quot; oder symbol = &quot;a.b:name&quot;; er wird ignoriert</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (Zeile %2)</translation>
    </message>
    <message>
        <source>%1 and %2 are not proven to be the same: %3</source>
        <translation>dass %1 und %2 dasselbe sind, ist nicht bewiesen: %3</translation>
    </message>
    <message>
        <source>%1 is set again by a function: when it is asked for decides</source>
        <translation>%1 wird von einer Funktion neu gesetzt: wann danach gefragt wird, entscheidet</translation>
    </message>
    <message>
        <source>&apos;%1&apos; in %2 must be %3; it is ignored</source>
        <translation>„%1“ in %2 muss %3 sein; es wird ignoriert</translation>
    </message>
    <message>
        <source>the baseline &apos;%1&apos; is no commit, branch, tag or date of this repository</source>
        <translation>der Ausgangspunkt „%1“ ist kein Commit, Zweig, Tag oder Datum dieses Repositorys</translation>
    </message>
    <message>
        <source>there is no module &apos;%1&apos;: removed in %2, by %3</source>
        <translation>es gibt kein Modul „%1“: entfernt in %2, von %3</translation>
    </message>
</context>
<context>
    <name>FragmentationLists</name>
    <message>
        <source>Fragmentation</source>
        <translation>Zersplitterung</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>Gleicher Name</translation>
    </message>
    <message>
        <source>Names that several production modules define</source>
        <translation>Namen, die mehrere Produktionsmodule definieren</translation>
    </message>
    <message>
        <source>Resolving what the names of imports stand for …</source>
        <translation>Es wird ermittelt, wofür die Namen der Importe stehen …</translation>
    </message>
    <message>
        <source>Everything is imported by its canonical path only.</source>
        <translation>Alles wird nur über seinen kanonischen Pfad importiert.</translation>
    </message>
    <message>
        <source>No imported name has several definitions.</source>
        <translation>Kein importierter Name hat mehrere Definitionen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
</context>
<context>
    <name>FragmentationModel</name>
    <message>
        <source>%1 in %2</source>
        <comment>symbol, module</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>canonical: %1</source>
        <translation>kanonisch: %1</translation>
    </message>
    <message>
        <source>the canonical path</source>
        <translation>der kanonische Pfad</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Einhaltung</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Violating</source>
        <translation>Verstöße</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where it is defined, and its name there</source>
        <translation>Wo es definiert ist, und wie es dort heißt</translation>
    </message>
    <message>
        <source>Share of the importing files that use the canonical path only</source>
        <translation>Anteil der importierenden Dateien, die nur den kanonischen Pfad benutzen</translation>
    </message>
    <message>
        <source>By how many paths it is imported</source>
        <translation>Über wie viele Pfade es importiert wird</translation>
    </message>
    <message>
        <source>Statements that import it, of every kind</source>
        <translation>Anweisungen jeder Art, die es importieren</translation>
    </message>
    <message>
        <source>Files that import it by another path than the canonical one</source>
        <translation>Dateien, die es über einen anderen als den kanonischen Pfad importieren</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>Prod</source>
        <translation>Prod</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkz.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Statements in production code</source>
        <translation>Anweisungen in Produktionscode</translation>
    </message>
    <message>
        <source>Statements in tests</source>
        <translation>Anweisungen in Tests</translation>
    </message>
    <message>
        <source>Statements in tools</source>
        <translation>Anweisungen in Werkzeugen</translation>
    </message>
    <message>
        <source>Statements in copies</source>
        <translation>Anweisungen in Kopien</translation>
    </message>
</context>
<context>
    <name>GraphTrend</name>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Imports, by kind</source>
        <translation>Importe, nach Art</translation>
    </message>
    <message>
        <source>Tangles at import time</source>
        <translation>Verflechtungen beim Import</translation>
    </message>
    <message>
        <source>Modules in tangles at import time</source>
        <translation>Module in Verflechtungen beim Import</translation>
    </message>
    <message>
        <source>Tangles with deferred imports</source>
        <translation>Verflechtungen mit aufgeschobenen Importen</translation>
    </message>
    <message>
        <source>Modules in tangles with deferred imports</source>
        <translation>Module in Verflechtungen mit aufgeschobenen Importen</translation>
    </message>
    <message>
        <source>Missing modules (ghosts)</source>
        <translation>Fehlende Module (Geister)</translation>
    </message>
    <message>
        <source>Import statements of missing modules</source>
        <translation>Import-Anweisungen fehlender Module</translation>
    </message>
    <message>
        <source>Files that do not parse</source>
        <translation>Dateien mit Syntaxfehlern</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules</source>
        <translation>
            <numerusform>%1 Modul</numerusform>
            <numerusform>%1 Module</numerusform>
        </translation>
    </message>
    <message>
        <source>1 in tangles at import time</source>
        <translation>1 in Verflechtungen beim Import</translation>
    </message>
    <message numerus="yes">
        <source>%1 in tangles at import time</source>
        <translation>
            <numerusform>%1 in Verflechtungen beim Import</numerusform>
            <numerusform>%1 in Verflechtungen beim Import</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is missing</source>
        <translation>1 fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%1 are missing</source>
        <translation>
            <numerusform>%1 fehlt</numerusform>
            <numerusform>%1 fehlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Without a key: %1.</source>
        <translation>Ohne Taste: %1.</translation>
    </message>
    <message>
        <source>Keys and signs</source>
        <translation>Tasten und Zeichen</translation>
    </message>
    <message>
        <source>keys.html</source>
        <comment>a file in resources/help</comment>
        <translation>keys_de.html</translation>
    </message>
</context>
<context>
    <name>HistoryDesk</name>
    <message>
        <source>Read the past</source>
        <translation>Vergangenheit lesen</translation>
    </message>
    <message>
        <source>Reads what every commit of the current branch imports, in the background. From then on, new commits of this project are read as well.</source>
        <translation>Liest im Hintergrund, was jeder Commit des jetzigen Zweigs importiert. Von da an werden auch neue Commits dieses Projekts gelesen.</translation>
    </message>
    <message>
        <source>Do not read new commits</source>
        <translation>Neue Commits nicht lesen</translation>
    </message>
    <message>
        <source>Back to the working tree</source>
        <translation>Zurück zum Arbeitsbaum</translation>
    </message>
    <message>
        <source>Older commit</source>
        <translation>Älterer Commit</translation>
    </message>
    <message>
        <source>Newer commit</source>
        <translation>Neuerer Commit</translation>
    </message>
    <message>
        <source>Older tag</source>
        <translation>Älteres Tag</translation>
    </message>
    <message>
        <source>Newer tag</source>
        <translation>Neueres Tag</translation>
    </message>
    <message>
        <source>Compare with this commit</source>
        <translation>Mit diesem Commit vergleichen</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>1 file of the past could not be read; the rest is there.</source>
        <translation>1 Datei der Vergangenheit war nicht zu lesen; das Übrige ist da.</translation>
    </message>
    <message numerus="yes">
        <source>%1 files of the past could not be read; the rest is there.</source>
        <translation>
            <numerusform>%1 Datei der Vergangenheit war nicht zu lesen; das Übrige ist da.</numerusform>
            <numerusform>%1 Dateien der Vergangenheit waren nicht zu lesen; das Übrige ist da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the newest commit</source>
        <translation>Zurück zum neuesten Commit</translation>
    </message>
    <message>
        <source>working tree</source>
        <translation>Arbeitsbaum</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Hide the history</source>
        <translation>Historie ausblenden</translation>
    </message>
    <message>
        <source>The commit that is shown is not on this line</source>
        <translation>Der gezeigte Commit liegt nicht auf dieser Linie</translation>
    </message>
    <message>
        <source>This folder is in no git repository.</source>
        <translation>Dieser Ordner liegt in keinem Git-Repository.</translation>
    </message>
    <message>
        <source>The past is being read; you can go on working.</source>
        <translation>Die Vergangenheit wird gelesen; Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>Nothing is known of the past yet. It is read once, commit by commit, which can take minutes in a large repository.</source>
        <translation>Von der Vergangenheit ist noch nichts bekannt. Sie wird einmal gelesen, Commit für Commit, was bei einem großen Repository Minuten dauern kann.</translation>
    </message>
    <message>
        <source>Opening … %1</source>
        <translation>Wird geöffnet … %1</translation>
    </message>
    <message>
        <source>Show this commit</source>
        <translation>Diesen Commit zeigen</translation>
    </message>
</context>
<context>
    <name>ImportMarks</name>
    <message>
        <source>leads to no module of the project</source>
        <translation>führt zu keinem Modul des Projekts</translation>
    </message>
    <message>
        <source>part of an import cycle</source>
        <translation>Teil eines Importzyklus</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>there is no such module</source>
        <translation>ein solches Modul gibt es nicht</translation>
    </message>
    <message>
        <source>Ctrl+click, or a click on its mark, selects the module</source>
        <translation>Strg+Klick oder ein Klick auf das Zeichen wählt das Modul aus</translation>
    </message>
</context>
<context>
    <name>IndexProcess</name>
    <message>
        <source>the indexer could not be started: %1</source>
        <translation>der Indexer ließ sich nicht starten: %1</translation>
    </message>
    <message>
        <source>install espalier and espalier-gui side by side</source>
        <translation>espalier und espalier-gui nebeneinander installieren</translation>
    </message>
    <message>
        <source>the indexer was ended; changes are not followed any more</source>
        <translation>der Indexer wurde beendet; Änderungen werden nicht mehr verfolgt</translation>
    </message>
    <message>
        <source>index again (F5) to go on</source>
        <translation>zum Fortfahren neu indizieren (F5)</translation>
    </message>
    <message>
        <source>the indexer crashed</source>
        <translation>der Indexer ist abgestürzt</translation>
    </message>
    <message>
        <source>what it had read is kept; index again (F5) to go on</source>
        <translation>was er gelesen hat, bleibt; zum Fortfahren neu indizieren (F5)</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>“%1” must be %2</source>
        <translation>„%1“ muss %2 sein</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>zwei Zahlen</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>eine Liste von Namen</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>ein Objekt aus Texten</translation>
    </message>
    <message>
        <source>an object of points</source>
        <translation>ein Objekt aus Punkten</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
</context>
<context>
    <name>LandingPage</name>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Espalier</source>
        <translation>Espalier</translation>
    </message>
    <message>
        <source>See how the modules of a Python project depend on each other: import cycles, deprecated modules and who still imports them, with the statement behind every line.</source>
        <translation>Zeigt, wie die Module eines Python-Projekts voneinander abhängen: Importzyklen, veraltete Module und wer sie noch importiert, mit der Anweisung hinter jeder Linie.</translation>
    </message>
    <message>
        <source>or drop a folder here. Nothing of it is executed or changed.</source>
        <translation>oder einen Ordner hierher ziehen. Nichts davon wird ausgeführt oder geändert.</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Zuletzt geöffnete Ordner</translation>
    </message>
</context>
<context>
    <name>LayoutProcess</name>
    <message>
        <source>Graphviz took too long</source>
        <translation>Graphviz brauchte zu lange</translation>
    </message>
    <message>
        <source>the layout process ended</source>
        <translation>der Layout-Prozess ist beendet</translation>
    </message>
    <message>
        <source>the layout process could not be started: %1</source>
        <translation>der Layout-Prozess ließ sich nicht starten: %1</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>1 box is summed up as “more”</source>
        <translation>1 Kasten ist als „weitere“ zusammengefasst</translation>
    </message>
    <message numerus="yes">
        <source>%1 boxes are summed up as “more”</source>
        <translation>
            <numerusform>%1 Kasten ist als „weitere“ zusammengefasst</numerusform>
            <numerusform>%1 Kästen sind als „weitere“ zusammengefasst</numerusform>
        </translation>
    </message>
    <message>
        <source>1 thin line is not drawn</source>
        <translation>1 dünne Linie ist nicht gezeichnet</translation>
    </message>
    <message numerus="yes">
        <source>%1 thin lines are not drawn</source>
        <translation>
            <numerusform>%1 dünne Linie ist nicht gezeichnet</numerusform>
            <numerusform>%1 dünne Linien sind nicht gezeichnet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Was Beachtung verdient</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Filter packages</source>
        <translation>Pakete filtern</translation>
    </message>
    <message>
        <source>No modules yet.</source>
        <translation>Noch keine Module.</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nichts verdient Beachtung.</translation>
    </message>
    <message>
        <source>Nothing is deprecated.</source>
        <translation>Nichts ist veraltet.</translation>
    </message>
    <message>
        <source>No problems: every file was read and every import resolved.</source>
        <translation>Keine Probleme: Jede Datei wurde gelesen, jeder Import aufgelöst.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Beachten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Fragmentation</source>
        <translation>Zersplitterung</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Tracker</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Espalier</source>
        <translation>Espalier</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Reading %1 …

The map appears as soon as the imports are known.</source>
        <translation>%1 wird gelesen …

Die Karte erscheint, sobald die Importe bekannt sind.</translation>
    </message>
    <message>
        <source>%1 – Espalier</source>
        <translation>%1 – Espalier</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules</source>
        <translation>
            <numerusform>%1 Modul</numerusform>
            <numerusform>%1 Module</numerusform>
        </translation>
    </message>
    <message>
        <source>1 import statement</source>
        <translation>1 Import-Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 import statements</source>
        <translation>
            <numerusform>%1 Import-Anweisung</numerusform>
            <numerusform>%1 Import-Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 outside package</source>
        <translation>1 fremdes Paket</translation>
    </message>
    <message numerus="yes">
        <source>%1 outside packages</source>
        <translation>
            <numerusform>%1 fremdes Paket</numerusform>
            <numerusform>%1 fremde Pakete</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tangle</source>
        <translation>1 Verflechtung</translation>
    </message>
    <message numerus="yes">
        <source>%1 tangles</source>
        <translation>
            <numerusform>%1 Verflechtung</numerusform>
            <numerusform>%1 Verflechtungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 ghost</source>
        <translation>1 Geistermodul</translation>
    </message>
    <message numerus="yes">
        <source>%1 ghosts</source>
        <translation>
            <numerusform>%1 Geistermodul</numerusform>
            <numerusform>%1 Geistermodule</numerusform>
        </translation>
    </message>
    <message>
        <source>working tree at %1</source>
        <translation>Arbeitsbaum bei %1</translation>
    </message>
    <message>
        <source>commit %1</source>
        <translation>Commit %1</translation>
    </message>
    <message>
        <source>%1 imports %2</source>
        <translation>%1 importiert %2</translation>
    </message>
    <message>
        <source>1 thing selected</source>
        <translation>1 Ding ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%1 things selected</source>
        <translation>
            <numerusform>%1 Ding ausgewählt</numerusform>
            <numerusform>%1 Dinge ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tangle of %1 modules</source>
        <translation>
            <numerusform>Verflechtung aus %1 Modul</numerusform>
            <numerusform>Verflechtung aus %1 Modulen</numerusform>
        </translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelltext: %1</translation>
    </message>
    <message>
        <source>Open a folder with Python code</source>
        <translation>Ordner mit Python-Code öffnen</translation>
    </message>
    <message>
        <source>There is no picture format “%1”</source>
        <translation>Ein Bildformat „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>Use svg, png, pdf, dot or mmd</source>
        <translation>Möglich sind svg, png, pdf, dot und mmd</translation>
    </message>
    <message numerus="yes">
        <source>Cycle of %1 modules</source>
        <translation>
            <numerusform>Zyklus aus %1 Modul</numerusform>
            <numerusform>Zyklus aus %1 Modulen</numerusform>
        </translation>
    </message>
    <message>
        <source>As it would be with the plan; statements and sources are those of today.</source>
        <translation>So wäre es mit dem Plan; Anweisungen und Quelltexte sind die von heute.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Stop reading the past. What is known so far stays.</source>
        <translation>Das Lesen der Vergangenheit anhalten. Was bisher bekannt ist, bleibt.</translation>
    </message>
    <message>
        <source>reading the past</source>
        <translation>Vergangenheit wird gelesen</translation>
    </message>
    <message>
        <source>%1 %2 – Espalier</source>
        <translation>%1 %2 – Espalier</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Difference (%1)</source>
        <translation>Unterschied (%1)</translation>
    </message>
    <message>
        <source>Remove a campaign</source>
        <translation>Kampagne entfernen</translation>
    </message>
    <message>
        <source>Take the campaign “%1” out of the project&apos;s configuration? What it is about stays as it is.</source>
        <translation>Die Kampagne „%1“ aus der Konfiguration des Projekts nehmen? Worum es in ihr geht, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Write a tracker</source>
        <translation>Tracker schreiben</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Only in the other state of the comparison</source>
        <translation>Nur im anderen Stand des Vergleichs</translation>
    </message>
    <message>
        <source>Open a tracker</source>
        <translation>Einen Tracker öffnen</translation>
    </message>
    <message>
        <source>Markdown (*.md *.markdown *.txt);;All files (*)</source>
        <translation>Markdown (*.md *.markdown *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Stop reading the imports of all commits</source>
        <translation>Das Lesen der Importe aller Commits anhalten</translation>
    </message>
    <message>
        <source>reading the imports of all commits</source>
        <translation>Importe aller Commits werden gelesen</translation>
    </message>
</context>
<context>
    <name>ManageViews</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Nothing to draw.
The filters hide everything, or the project holds no Python modules.</source>
        <translation>Nichts zu zeichnen.
Die Filter blenden alles aus, oder das Projekt enthält keine Python-Module.</translation>
    </message>
    <message>
        <source>Map of modules</source>
        <translation>Karte der Module</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
</context>
<context>
    <name>MatrixGrid</name>
    <message>
        <source>Matrix of imports</source>
        <translation>Matrix der Importe</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Nothing to show.
The filters hide everything, or the project holds no Python modules.</source>
        <translation>Nichts zu zeigen.
Die Filter blenden alles aus, oder das Projekt enthält keine Python-Module.</translation>
    </message>
</context>
<context>
    <name>MatrixScene</name>
    <message>
        <source>%1 does not import %2</source>
        <translation>%1 importiert %2 nicht</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements</source>
        <translation>
            <numerusform>%1 Anweisung</numerusform>
            <numerusform>%1 Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 imports %2: %3</source>
        <translation>%1 importiert %2: %3</translation>
    </message>
    <message>
        <source>It runs back: part of a circle.</source>
        <translation>Läuft zurück: Teil eines Kreises.</translation>
    </message>
    <message>
        <source>1 module inside</source>
        <translation>1 Modul darin</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules inside</source>
        <translation>
            <numerusform>%1 Modul darin</numerusform>
            <numerusform>%1 Module darin</numerusform>
        </translation>
    </message>
    <message>
        <source>open: its own file alone, what is in it follows</source>
        <translation>offen: nur die eigene Datei, der Inhalt folgt</translation>
    </message>
    <message>
        <source>used by %1, uses %2</source>
        <translation>benutzt von %1, benutzt %2</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>part of an import cycle</source>
        <translation>Teil eines Importzyklus</translation>
    </message>
</context>
<context>
    <name>MatrixText</name>
    <message>
        <source>Down a column: what it uses
Along a row: who uses it</source>
        <translation>Spalte abwärts: was es benutzt
Zeile entlang: wer es benutzt</translation>
    </message>
    <message>
        <source>imports, in statements (darker: more)</source>
        <translation>Importe, in Anweisungen (dunkler: mehr)</translation>
    </message>
    <message>
        <source>above the diagonal: runs back, in a circle</source>
        <translation>über der Diagonale: läuft zurück, im Kreis</translation>
    </message>
    <message>
        <source>these need each other</source>
        <translation>diese brauchen einander</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>by level: users above what they use</source>
        <translation>nach Ebenen: Benutzende über dem, was sie benutzen</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>nach Namen</translation>
    </message>
    <message>
        <source>by likeness: what has the same neighbours</source>
        <translation>nach Ähnlichkeit: was die gleichen Nachbarn hat</translation>
    </message>
    <message>
        <source>Order of rows and columns</source>
        <translation>Ordnung der Zeilen und Spalten</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Ordnung</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 cell filled</source>
        <translation>1 Zelle gefüllt</translation>
    </message>
    <message numerus="yes">
        <source>%1 cells filled</source>
        <translation>
            <numerusform>%1 Zelle gefüllt</numerusform>
            <numerusform>%1 Zellen gefüllt</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing runs back</source>
        <translation>nichts läuft zurück</translation>
    </message>
    <message>
        <source>1 runs back</source>
        <translation>1 läuft zurück</translation>
    </message>
    <message numerus="yes">
        <source>%1 run back</source>
        <translation>
            <numerusform>%1 läuft zurück</numerusform>
            <numerusform>%1 laufen zurück</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>What was kept for this project can&apos;t be read</source>
        <translation>Was zu diesem Projekt aufbewahrt war, ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>MemoryFile</name>
    <message>
        <source>What was kept for this project can&apos;t be read</source>
        <translation>Was zu diesem Projekt aufbewahrt war, ist nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing will be kept until this is mended</source>
        <translation>Bis das behoben ist, wird nichts aufbewahrt</translation>
    </message>
    <message>
        <source>Nothing will be kept until the file is moved away</source>
        <translation>Solange die Datei dort liegt, wird nichts aufbewahrt</translation>
    </message>
    <message>
        <source>The file was put aside as %1</source>
        <translation>Die Datei wurde als %1 beiseitegelegt</translation>
    </message>
    <message>
        <source>What you did in this project could not be kept</source>
        <translation>Was in diesem Projekt getan wurde, ließ sich nicht aufbewahren</translation>
    </message>
    <message>
        <source>Make room, or make the folder writable</source>
        <translation>Platz schaffen oder den Ordner beschreibbar machen</translation>
    </message>
    <message>
        <source>This view can&apos;t be read</source>
        <translation>Diese Ansicht ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>MigrationModel</name>
    <message>
        <source>configured</source>
        <translation>eingestellt</translation>
    </message>
    <message>
        <source>%1 left %2</source>
        <translation>%1 übrig, %2</translation>
    </message>
    <message>
        <source>a shim: it only re-exports and warns</source>
        <translation>eine Durchreiche: gibt nur weiter und warnt</translation>
    </message>
    <message>
        <source>to be removed in %1</source>
        <translation>Entfernung geplant für %1</translation>
    </message>
    <message>
        <source>%1 (only its text says so)</source>
        <translation>%1 (nur laut Text)</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Prod</source>
        <translation>Prod.</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkz.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Stattdessen</translation>
    </message>
    <message>
        <source>Deprecated module, or module:symbol</source>
        <translation>Veraltetes Modul oder Modul:Name</translation>
    </message>
    <message>
        <source>Statements that still import it, of every kind</source>
        <translation>Anweisungen aller Arten, die es noch importieren</translation>
    </message>
    <message>
        <source>Statements in production code</source>
        <translation>Anweisungen in Produktionscode</translation>
    </message>
    <message>
        <source>Statements in tests</source>
        <translation>Anweisungen in Tests</translation>
    </message>
    <message>
        <source>Statements in tools</source>
        <translation>Anweisungen in Werkzeugen</translation>
    </message>
    <message>
        <source>Statements in copies</source>
        <translation>Anweisungen in Kopien</translation>
    </message>
    <message>
        <source>The replacement that the configuration or the warning names</source>
        <translation>Der Ersatz, den Einstellung oder Warnung nennt</translation>
    </message>
    <message>
        <source>%1 (some calls only)</source>
        <translation>%1 (nur manche Aufrufe)</translation>
    </message>
</context>
<context>
    <name>ModuleFacts</name>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>%1 is deprecated</source>
        <translation>%1 ist veraltet</translation>
    </message>
    <message>
        <source>configured</source>
        <translation>eingestellt</translation>
    </message>
    <message>
        <source>%1, %2 lines</source>
        <translation>%1, %2 Zeilen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>imports 1 module</source>
        <translation>importiert 1 Modul</translation>
    </message>
    <message>
        <source>imported by 1 module</source>
        <translation>importiert von 1 Modul</translation>
    </message>
    <message numerus="yes">
        <source>In a tangle of %1 modules</source>
        <translation>
            <numerusform>In einer Verflechtung aus %1 Modul</numerusform>
            <numerusform>In einer Verflechtung aus %1 Modulen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>imports %1 modules</source>
        <translation>
            <numerusform>importiert %1 Modul</numerusform>
            <numerusform>importiert %1 Module</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>imported by %1 modules</source>
        <translation>
            <numerusform>importiert von %1 Modul</numerusform>
            <numerusform>importiert von %1 Modulen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 (with all that is in it)</source>
        <translation>%1, %2 (mit allem darin)</translation>
    </message>
    <message>
        <source>Removed in %1, %2, by %3</source>
        <comment>commit, date, author</comment>
        <translation>Entfernt in %1, %2, von %3</translation>
    </message>
    <message>
        <source>Some calls of %1 are deprecated</source>
        <translation>Manche Aufrufe von %1 sind veraltet</translation>
    </message>
</context>
<context>
    <name>ModuleQuestions</name>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Imports away</source>
        <translation>Importe entfernt</translation>
    </message>
    <message>
        <source>No test reaches it by imports.</source>
        <translation>Kein Test erreicht es durch Importe.</translation>
    </message>
    <message>
        <source>1 test module reaches it by imports.</source>
        <translation>1 Testmodul erreicht es durch Importe.</translation>
    </message>
    <message numerus="yes">
        <source>%1 test modules reach it by imports.</source>
        <translation>
            <numerusform>%1 Testmodul erreicht es durch Importe.</numerusform>
            <numerusform>%1 Testmodule erreichen es durch Importe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Tests reach every production module in it.</source>
        <translation>Tests erreichen jedes Produktionsmodul darin.</translation>
    </message>
    <message>
        <source>No test reaches 1 production module in it.</source>
        <translation>1 Produktionsmodul darin erreicht kein Test.</translation>
    </message>
    <message numerus="yes">
        <source>No test reaches %1 production modules in it.</source>
        <translation>
            <numerusform>%1 Produktionsmodul darin erreicht kein Test.</numerusform>
            <numerusform>%1 Produktionsmodule darin erreicht kein Test.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>names it in a string</source>
        <translation>nennt es in einem String</translation>
    </message>
    <message>
        <source>imports it, %1</source>
        <translation>importiert es, %1</translation>
    </message>
    <message>
        <source>may name it</source>
        <translation>nennt es vielleicht</translation>
    </message>
    <message>
        <source>Nothing outside of it imports or names it.</source>
        <translation>Nichts außerhalb importiert oder nennt es.</translation>
    </message>
    <message>
        <source>1 import of a computed name may mean it.</source>
        <translation>1 Import eines berechneten Namens meint es vielleicht.</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports of computed names may mean it.</source>
        <translation>
            <numerusform>%1 Import eines berechneten Namens meint es vielleicht.</numerusform>
            <numerusform>%1 Importe berechneter Namen meinen es vielleicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Einhaltung</translation>
    </message>
    <message>
        <source>canonical: %1</source>
        <translation>kanonisch: %1</translation>
    </message>
    <message>
        <source>%1, %2 imported by name</source>
        <comment>12 symbols, 3 of them</comment>
        <translation>%1, davon %2 beim Namen importiert</translation>
    </message>
    <message>
        <source>1 symbol</source>
        <translation>1 Symbol</translation>
    </message>
    <message numerus="yes">
        <source>%1 symbols</source>
        <translation>
            <numerusform>%1 Symbol</numerusform>
            <numerusform>%1 Symbole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObstacleWords</name>
    <message>
        <source>1 statement that imports it</source>
        <translation>1 Anweisung, die es importiert</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements that import it</source>
        <translation>
            <numerusform>%1 Anweisung, die es importiert</numerusform>
            <numerusform>%1 Anweisungen, die es importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>1 string that names it</source>
        <translation>1 Zeichenkette, die es nennt</translation>
    </message>
    <message numerus="yes">
        <source>%1 strings that name it</source>
        <translation>
            <numerusform>%1 Zeichenkette, die es nennt</numerusform>
            <numerusform>%1 Zeichenketten, die es nennen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 use</source>
        <translation>1 Verwendung</translation>
    </message>
    <message numerus="yes">
        <source>%1 uses</source>
        <translation>
            <numerusform>%1 Verwendung</numerusform>
            <numerusform>%1 Verwendungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 entry point</source>
        <translation>1 Einstiegspunkt</translation>
    </message>
    <message numerus="yes">
        <source>%1 entry points</source>
        <translation>
            <numerusform>%1 Einstiegspunkt</numerusform>
            <numerusform>%1 Einstiegspunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>the __all__ of its own module</source>
        <translation>das __all__ des eigenen Moduls</translation>
    </message>
    <message>
        <source>In the way: %1.</source>
        <comment>12 statements that import it, 1 entry point</comment>
        <translation>Im Weg: %1.</translation>
    </message>
    <message>
        <source>entry point</source>
        <translation>Einstiegspunkt</translation>
    </message>
</context>
<context>
    <name>Occurrences</name>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>string</source>
        <translation>String</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>no Python</source>
        <comment>a place: a file in another language</comment>
        <translation>kein Python</translation>
    </message>
    <message>
        <source>P1: reached from a critical path of a campaign</source>
        <translation>P1: von einem kritischen Pfad einer Kampagne erreicht</translation>
    </message>
    <message>
        <source>P2: other production code</source>
        <translation>P2: übriger Produktionscode</translation>
    </message>
    <message>
        <source>P3: tests and tools</source>
        <translation>P3: Tests und Werkzeuge</translation>
    </message>
    <message>
        <source>P4: copies, and mere text</source>
        <translation>P4: Kopien und bloßer Text</translation>
    </message>
    <message>
        <source>It is written nowhere.</source>
        <translation>Er steht nirgends.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>1,650 occurrences in 356 files</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>1 occurrence</source>
        <translation>1 Vorkommen</translation>
    </message>
    <message numerus="yes">
        <source>%1 occurrences</source>
        <translation>
            <numerusform>%1 Vorkommen</numerusform>
            <numerusform>%1 Vorkommen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%1 files</source>
        <translation>
            <numerusform>%1 Datei</numerusform>
            <numerusform>%1 Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 that matter most are listed.</source>
        <translation>Gelistet sind die %1 wichtigsten.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
</context>
<context>
    <name>PackageModel</name>
    <message>
        <source>1 outside package</source>
        <translation>1 fremdes Paket</translation>
    </message>
    <message numerus="yes">
        <source>%1 outside packages</source>
        <translation>
            <numerusform>%1 fremdes Paket</numerusform>
            <numerusform>%1 fremde Pakete</numerusform>
        </translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PastPlayer</name>
    <message>
        <source>Play the history</source>
        <translation>Geschichte abspielen</translation>
    </message>
    <message>
        <source>Shows commit after commit on the map, from the cursor on</source>
        <translation>Zeigt ab der Marke einen Commit nach dem anderen auf der Karte</translation>
    </message>
    <message>
        <source>%1 commits a second</source>
        <translation>%1 Commits je Sekunde</translation>
    </message>
    <message>
        <source>1 day a second</source>
        <translation>1 Tag je Sekunde</translation>
    </message>
    <message>
        <source>1 week a second</source>
        <translation>1 Woche je Sekunde</translation>
    </message>
    <message>
        <source>Pause the history</source>
        <translation>Geschichte anhalten</translation>
    </message>
    <message>
        <source>Reading the imports of all commits (%1 %); then it plays</source>
        <translation>Importe aller Commits werden gelesen (%1 %); dann geht es los</translation>
    </message>
    <message>
        <source>Reading the imports of all commits (%1 %); until then a commit is shown when you let go</source>
        <translation>Importe aller Commits werden gelesen (%1 %); bis dahin wird ein Commit beim Loslassen gezeigt</translation>
    </message>
    <message>
        <source>Drawing all that ever was …</source>
        <translation>Alles, was es je gab, wird gezeichnet …</translation>
    </message>
    <message>
        <source>The map shows this commit; Enter shows it everywhere, Esc goes back</source>
        <translation>Die Karte zeigt diesen Commit; die Eingabetaste zeigt ihn überall, Esc führt zurück</translation>
    </message>
    <message>
        <source>Plays, %1</source>
        <translation>Läuft, %1</translation>
    </message>
</context>
<context>
    <name>PatchDialog</name>
    <message>
        <source>Working out what has to change …</source>
        <translation>Es wird ermittelt, was sich ändern muss …</translation>
    </message>
    <message>
        <source>What stays as it is</source>
        <translation>Was bleibt, wie es ist</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>Imports of %1 from %2</source>
        <comment>shop.old_orders from shop.orders</comment>
        <translation>Importe von %1 aus %2</translation>
    </message>
    <message>
        <source>… %1 more characters, which are copied and saved, too</source>
        <translation>… %1 weitere Zeichen, die ebenfalls kopiert und gespeichert werden</translation>
    </message>
    <message>
        <source>Save patch</source>
        <translation>Patch speichern</translation>
    </message>
    <message>
        <source>Patches (%1)</source>
        <translation>Patches (%1)</translation>
    </message>
</context>
<context>
    <name>PatchMaker</name>
    <message>
        <source>Make a patch…</source>
        <translation>Patch erstellen…</translation>
    </message>
    <message>
        <source>A patch that imports %2 in place of %1</source>
        <translation>Ein Patch, der %2 anstelle von %1 importiert</translation>
    </message>
    <message>
        <source>A patch that imports something from another place</source>
        <translation>Ein Patch, der etwas von anderer Stelle importiert</translation>
    </message>
</context>
<context>
    <name>PatchWords</name>
    <message>
        <source>Stays as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Nothing imports it.</source>
        <translation>Nichts importiert es.</translation>
    </message>
    <message>
        <source>%1 of %2 changed, in %3. %4 left as they are.</source>
        <comment>12 of 15 names … 2 batches. 3 left</comment>
        <translation>%1 von %2 geändert, in %3. %4 bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>1 name</source>
        <translation>1 Name</translation>
    </message>
    <message numerus="yes">
        <source>%1 names</source>
        <translation>
            <numerusform>%1 Name</numerusform>
            <numerusform>%1 Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 batch</source>
        <translation>1 Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%1 batches</source>
        <translation>
            <numerusform>%1 Schritt</numerusform>
            <numerusform>%1 Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be changed: %1 left.</source>
        <comment>12 names</comment>
        <translation>Nichts lässt sich ändern: %1 bleiben.</translation>
    </message>
</context>
<context>
    <name>PathView</name>
    <message>
        <source>&amp;Count them</source>
        <translation>&amp;Mitzählen</translation>
    </message>
    <message>
        <source>&amp;Avoid the selected module</source>
        <translation>Ausgewähltes Modul &amp;meiden</translation>
    </message>
    <message>
        <source>Statements along the chains</source>
        <translation>Anweisungen entlang der Ketten</translation>
    </message>
    <message>
        <source>Shortest chains of imports</source>
        <translation>Kürzeste Ketten von Importen</translation>
    </message>
    <message>
        <source>⇄</source>
        <translation>⇄</translation>
    </message>
    <message>
        <source>Swap start and end</source>
        <translation>Anfang und Ende tauschen</translation>
    </message>
    <message>
        <source>Module or package that imports</source>
        <translation>Modul oder Paket, das importiert</translation>
    </message>
    <message>
        <source>Module or package that is reached</source>
        <translation>Modul oder Paket, das erreicht wird</translation>
    </message>
    <message>
        <source>Why does</source>
        <translation>Warum erreicht</translation>
    </message>
    <message>
        <source>reach</source>
        <translation>dies:</translation>
    </message>
    <message>
        <source>Start of the chains</source>
        <translation>Anfang der Ketten</translation>
    </message>
    <message>
        <source>End of the chains</source>
        <translation>Ende der Ketten</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>Allow %1 again</source>
        <translation>%1 wieder zulassen</translation>
    </message>
    <message>
        <source>At least %1 shortest chains</source>
        <translation>Mindestens %1 kürzeste Ketten</translation>
    </message>
    <message>
        <source>1 shortest chain</source>
        <translation>1 kürzeste Kette</translation>
    </message>
    <message numerus="yes">
        <source>%1 shortest chains</source>
        <translation>
            <numerusform>%1 kürzeste Kette</numerusform>
            <numerusform>%1 kürzeste Ketten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>1 import</source>
        <translation>1 Import</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports</source>
        <translation>
            <numerusform>%1 Import</numerusform>
            <numerusform>%1 Importen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose two modules or packages above: all shortest chains of imports between them are drawn here,
with the statements along them below.</source>
        <translation>Oben zwei Module oder Pakete wählen: Hier erscheinen alle kürzesten Ketten von Importen zwischen ihnen,
darunter die Anweisungen dazu.</translation>
    </message>
    <message>
        <source>Start and end are the same.</source>
        <translation>Anfang und Ende sind dasselbe.</translation>
    </message>
    <message>
        <source>%1 or %2 is no module of this project now.</source>
        <translation>%1 oder %2 ist jetzt kein Modul dieses Projekts.</translation>
    </message>
    <message>
        <source>%1 does not reach %2 (imports that count: %3).</source>
        <translation>%1 erreicht %2 nicht (Importe, die zählen: %3).</translation>
    </message>
    <message>
        <source>No kind of import makes a way between them.</source>
        <translation>Keine Art von Import ergibt einen Weg zwischen ihnen.</translation>
    </message>
    <message>
        <source>There is a way of %1 when these count, too: %2.</source>
        <translation>Ein Weg mit %1 besteht, wenn auch diese zählen: %2.</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation>
            <numerusform>%1 Schritt</numerusform>
            <numerusform>%1 Schritten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWriter</name>
    <message>
        <source>the picture could not be made: %1</source>
        <translation>das Bild ließ sich nicht erzeugen: %1</translation>
    </message>
    <message>
        <source>install espalier-draw and espalier-gui side by side</source>
        <translation>espalier-draw und espalier-gui nebeneinander installieren</translation>
    </message>
    <message>
        <source>the picture could not be made: the renderer ended early</source>
        <translation>das Bild ließ sich nicht erzeugen: Das Zeichenprogramm endete vorzeitig</translation>
    </message>
    <message>
        <source>SVG needs no renderer; or show less and try again</source>
        <translation>SVG braucht kein Zeichenprogramm; oder weniger zeigen und erneut versuchen</translation>
    </message>
    <message>
        <source>choose another folder, or make room</source>
        <translation>einen anderen Ordner wählen oder Platz schaffen</translation>
    </message>
    <message>
        <source>the file could not be saved: %1</source>
        <translation>die Datei konnte nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>Take this change out of the plan</source>
        <translation>Diese Änderung aus dem Plan nehmen</translation>
    </message>
    <message>
        <source>Plan: &amp;remove this import</source>
        <translation>Plan: diesen Import en&amp;tfernen</translation>
    </message>
    <message>
        <source>Plan: de&amp;fer this import</source>
        <translation>Plan: diesen Import a&amp;ufschieben</translation>
    </message>
    <message>
        <source>Plan: this import under T&amp;YPE_CHECKING</source>
        <translation>Plan: diesen Import unter T&amp;YPE_CHECKING</translation>
    </message>
    <message>
        <source>Plan: mo&amp;ve a symbol to…</source>
        <translation>Plan: ein Symbol &amp;verschieben nach …</translation>
    </message>
    <message>
        <source>Plan: mer&amp;ge into…</source>
        <translation>Plan: vereini&amp;gen mit …</translation>
    </message>
    <message>
        <source>&amp;Try the plan</source>
        <translation>Plan &amp;ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Save the plan in the project…</source>
        <translation>Plan im Projekt &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Open a saved plan…</source>
        <translation>Gespeicherten Plan ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Copy the plan as Markdown</source>
        <translation>Plan als Markdown &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Empty the plan</source>
        <translation>Plan &amp;leeren</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>3 changes; 2 tangles fewer</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>No plan is saved in this project yet.</source>
        <translation>In diesem Projekt ist noch kein Plan gespeichert.</translation>
    </message>
    <message>
        <source>Open a saved plan</source>
        <translation>Gespeicherten Plan öffnen</translation>
    </message>
    <message>
        <source>It takes the place of the plan that you work on.</source>
        <translation>Er tritt an die Stelle des Plans, an dem Sie arbeiten.</translation>
    </message>
    <message>
        <source>Nothing that counts now is imported there.</source>
        <translation>Dort wird nichts importiert, was gerade zählt.</translation>
    </message>
    <message>
        <source>%1 defines nothing that could move.</source>
        <translation>%1 definiert nichts, was sich verschieben ließe.</translation>
    </message>
    <message>
        <source>It is written to espalier-plans.toml in the project&apos;s folder, in the place of a plan of the same name.
Name, of lower-case letters, digits and dashes:</source>
        <translation>Er kommt in die Datei espalier-plans.toml im Ordner des Projekts, an die Stelle eines Plans gleichen Namens.
Name aus Kleinbuchstaben, Ziffern und Strichen:</translation>
    </message>
    <message>
        <source>One change without a tick is not saved.</source>
        <translation>Eine Änderung ohne Haken wird nicht gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 changes without a tick are not saved.</source>
        <translation>
            <numerusform>%1 Änderung ohne Haken wird nicht gespeichert.</numerusform>
            <numerusform>%1 Änderungen ohne Haken werden nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>The plan is in the clipboard, as a list of tasks.</source>
        <translation>Der Plan ist als Aufgabenliste in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>PlanDialogs</name>
    <message>
        <source>Move a symbol in the plan</source>
        <translation>Im Plan ein Symbol verschieben</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>To the module</source>
        <translation>In das Modul</translation>
    </message>
    <message>
        <source>A module, or the name of a new one</source>
        <translation>Ein Modul oder der Name eines neuen</translation>
    </message>
    <message>
        <source>&amp;Symbol:</source>
        <translation>&amp;Symbol:</translation>
    </message>
    <message>
        <source>&amp;To the module:</source>
        <translation>&amp;In das Modul:</translation>
    </message>
    <message>
        <source>What of %1 is to move, and where to?</source>
        <translation>Was von %1 soll wohin verschoben werden?</translation>
    </message>
    <message>
        <source>Merge modules in the plan</source>
        <translation>Im Plan Module vereinigen</translation>
    </message>
    <message>
        <source>Into the module</source>
        <translation>Mit dem Modul</translation>
    </message>
    <message>
        <source>&amp;Into the module:</source>
        <translation>&amp;Mit dem Modul:</translation>
    </message>
    <message>
        <source>Which module is to take all of %1?</source>
        <translation>Welches Modul soll alles von %1 aufnehmen?</translation>
    </message>
</context>
<context>
    <name>PlanMarkdown</name>
    <message>
        <source> (no fewer than before)</source>
        <translation> (nicht weniger als zuvor)</translation>
    </message>
    <message>
        <source>new in %1</source>
        <translation>neu in %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Jetzt: %1.</translation>
    </message>
    <message>
        <source>Now: %1, at commit %2.</source>
        <translation>Jetzt: %1, bei Commit %2.</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Changes of the plan</source>
        <translation>Änderungen des Plans</translation>
    </message>
    <message>
        <source>What if? Choose an import or a module on the map and, in its menu, what to change in the plan. All views then show the graph as it would be.</source>
        <translation>Was wäre, wenn? Wählen Sie auf der Karte einen Import oder ein Modul und in dessen Menü, was der Plan ändern soll. Alle Ansichten zeigen dann den Graphen, wie er wäre.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Not tried: the views show what is.</source>
        <translation>Nicht ausprobiert: Die Ansichten zeigen, was ist.</translation>
    </message>
</context>
<context>
    <name>PlanStrip</name>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Statements and sources are those of today.</source>
        <translation>Anweisungen und Quelltexte sind die von heute.</translation>
    </message>
    <message>
        <source>Back to what is</source>
        <translation>Zurück zu dem, was ist</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>Was wäre, wenn: %1</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Defer %1</source>
        <translation>%1 aufschieben</translation>
    </message>
    <message>
        <source>Move %1 under TYPE_CHECKING</source>
        <translation>%1 unter TYPE_CHECKING verschieben</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>In %1, import %2 from %3 instead of %4</source>
        <translation>In %1 %2 aus %3 statt aus %4 importieren</translation>
    </message>
    <message>
        <source>Move %1 of %2 to %3</source>
        <translation>%1 aus %2 nach %3 verschieben</translation>
    </message>
    <message>
        <source>Merge %1 into %2</source>
        <translation>%1 mit %2 vereinigen</translation>
    </message>
    <message>
        <source>there is no module %1</source>
        <translation>es gibt kein Modul %1</translation>
    </message>
    <message>
        <source>%1 is no module with code of its own</source>
        <translation>%1 ist kein Modul mit eigenem Code</translation>
    </message>
    <message>
        <source>there is no such import: %1</source>
        <translation>es gibt keinen solchen Import: %1</translation>
    </message>
    <message>
        <source>%1 is only there because something below it is imported</source>
        <translation>%1 gibt es nur, weil etwas darunter importiert wird</translation>
    </message>
    <message>
        <source>there is no such name: %1</source>
        <translation>es gibt keinen solchen Namen: %1</translation>
    </message>
    <message>
        <source>it is already in %1</source>
        <translation>es ist schon in %1</translation>
    </message>
    <message>
        <source>%1 has modules in it, which would have to be moved first</source>
        <translation>%1 enthält Module, die zuerst verschoben werden müssten</translation>
    </message>
    <message>
        <source>there is no package for a new module %1</source>
        <translation>für ein neues Modul %1 gibt es kein Paket</translation>
    </message>
    <message>
        <source>what it uses is not known, for not all of %1 could be read</source>
        <translation>was es benutzt, ist nicht bekannt, weil %1 nicht ganz gelesen werden konnte</translation>
    </message>
    <message>
        <source>what %1 uses of the module is not known</source>
        <translation>was %1 von dem Modul benutzt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>both modules have a name %1</source>
        <translation>beide Module haben einen Namen %1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>Made, but %1</source>
        <translation>Gemacht, aber %1</translation>
    </message>
    <message>
        <source>plan: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 changes in the plan</source>
        <translation>
            <numerusform>%1 Änderung im Plan</numerusform>
            <numerusform>%1 Änderungen im Plan</numerusform>
        </translation>
    </message>
    <message>
        <source>empty the plan</source>
        <translation>Plan leeren</translation>
    </message>
    <message>
        <source>take changes out of the plan</source>
        <translation>Änderungen aus dem Plan nehmen</translation>
    </message>
    <message>
        <source>try the plan</source>
        <translation>Plan ausprobieren</translation>
    </message>
    <message>
        <source>back to what is</source>
        <translation>zurück zu dem, was ist</translation>
    </message>
    <message>
        <source>tick a change of the plan</source>
        <translation>eine Änderung des Plans ankreuzen</translation>
    </message>
    <message>
        <source>untick a change of the plan</source>
        <translation>eine Änderung des Plans abwählen</translation>
    </message>
    <message>
        <source>change of the plan</source>
        <translation>Änderung des Plans</translation>
    </message>
    <message>
        <source>no tangle is left</source>
        <translation>keine Verflechtung bleibt</translation>
    </message>
    <message>
        <source>%1 in %2 of %3 modules</source>
        <comment>12 imports in 2 tangles of 7, 2 modules</comment>
        <translation>%1 in %2 von %3 Modulen</translation>
    </message>
    <message>
        <source>1 import</source>
        <translation>1 Import</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports</source>
        <translation>
            <numerusform>%1 Import</numerusform>
            <numerusform>%1 Importe</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tangle</source>
        <translation>1 Verflechtung</translation>
    </message>
    <message numerus="yes">
        <source>%1 tangles</source>
        <translation>
            <numerusform>%1 Verflechtung</numerusform>
            <numerusform>%1 Verflechtungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tangle fewer</source>
        <translation>1 Verflechtung weniger</translation>
    </message>
    <message numerus="yes">
        <source>%1 tangles fewer</source>
        <translation>
            <numerusform>%1 Verflechtung weniger</numerusform>
            <numerusform>%1 Verflechtungen weniger</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tangle more</source>
        <translation>1 Verflechtung mehr</translation>
    </message>
    <message numerus="yes">
        <source>%1 tangles more</source>
        <translation>
            <numerusform>%1 Verflechtung mehr</numerusform>
            <numerusform>%1 Verflechtungen mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>1 import fewer in tangles</source>
        <translation>1 Import weniger in Verflechtungen</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports fewer in tangles</source>
        <translation>
            <numerusform>%1 Import weniger in Verflechtungen</numerusform>
            <numerusform>%1 Importe weniger in Verflechtungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 import more in tangles</source>
        <translation>1 Import mehr in Verflechtungen</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports more in tangles</source>
        <translation>
            <numerusform>%1 Import mehr in Verflechtungen</numerusform>
            <numerusform>%1 Importe mehr in Verflechtungen</numerusform>
        </translation>
    </message>
    <message>
        <source>as much in tangles as before</source>
        <translation>so viel in Verflechtungen wie zuvor</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message numerus="yes">
        <source>%1 changes</source>
        <translation>
            <numerusform>%1 Änderung</numerusform>
            <numerusform>%1 Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 changes</source>
        <translation>
            <numerusform>%1 von %2 Änderung</numerusform>
            <numerusform>%1 von %2 Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <comment>a change of a plan, and the package it is made in</comment>
        <translation>%1 (in %2)</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Explores the module dependencies of a Python code base.</source>
        <translation>Zeigt die Abhängigkeiten zwischen den Modulen von Python-Code.</translation>
    </message>
    <message>
        <source>Folder with Python code to open.</source>
        <translation>Ordner mit Python-Code, der geöffnet wird.</translation>
    </message>
    <message>
        <source>The store&apos;s file; default: below your cache directory.</source>
        <translation>Datei des Speichers; sonst im Cache-Verzeichnis.</translation>
    </message>
    <message>
        <source>File or link (espalier://…) of a view to show.</source>
        <translation>Datei oder Link (espalier://…) einer Ansicht, die gezeigt wird.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>listing files</source>
        <translation>Dateien werden aufgelistet</translation>
    </message>
    <message>
        <source>reading imports</source>
        <translation>Importe werden gelesen</translation>
    </message>
    <message>
        <source>reading symbols</source>
        <translation>Symbole werden gelesen</translation>
    </message>
    <message>
        <source>Stop indexing. What is known so far stays.</source>
        <translation>Indizieren anhalten. Was bekannt ist, bleibt.</translation>
    </message>
    <message>
        <source>Stop indexing</source>
        <translation>Indizieren anhalten</translation>
    </message>
    <message>
        <source>Indexing progress</source>
        <translation>Fortschritt des Indizierens</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
</context>
<context>
    <name>QueryProcesses</name>
    <message>
        <source>the answer could not be worked out: %1</source>
        <translation>die Antwort konnte nicht ermittelt werden: %1</translation>
    </message>
    <message>
        <source>install espalier and espalier-gui side by side</source>
        <translation>espalier und espalier-gui nebeneinander installieren</translation>
    </message>
    <message>
        <source>the program that works out the answer ended early</source>
        <translation>das Programm, das die Antwort ermittelt, endete vorzeitig</translation>
    </message>
</context>
<context>
    <name>Regressions</name>
    <message>
        <source>%1: 1 violation came back</source>
        <translation>%1: 1 Verstoß kehrte zurück</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 violations came back</source>
        <translation>
            <numerusform>%1: %2 Verstoß kehrte zurück</numerusform>
            <numerusform>%1: %2 Verstöße kehrten zurück</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SameNameModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Divided</source>
        <translation>Uneinig</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>What several production modules define</source>
        <translation>Was mehrere Produktionsmodule definieren</translation>
    </message>
    <message>
        <source>How many definitions it has</source>
        <translation>Wie viele Definitionen es hat</translation>
    </message>
    <message>
        <source>Statements that import one of them, of every kind</source>
        <translation>Anweisungen jeder Art, die eine davon importieren</translation>
    </message>
    <message>
        <source>Statements that import another one than most do</source>
        <translation>Anweisungen, die eine andere importieren als die meisten</translation>
    </message>
    <message>
        <source>Methods and classes that all of them have</source>
        <translation>Methoden und Klassen, die alle haben</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Ansichten</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Rename or delete views…</source>
        <translation>Ansichten &amp;umbenennen oder löschen…</translation>
    </message>
    <message>
        <source>&amp;Write this view to a file…</source>
        <translation>Diese Ansicht in eine Datei s&amp;chreiben…</translation>
    </message>
    <message>
        <source>&amp;Open a view from a file…</source>
        <translation>Ansicht aus einer Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Copy a link to this view</source>
        <translation>&amp;Link zu dieser Ansicht kopieren</translation>
    </message>
    <message>
        <source>Open a &amp;link…</source>
        <translation>Link öff&amp;nen…</translation>
    </message>
    <message>
        <source>This view was made in the project “%1”. It is shown as far as “%2” has the same modules.</source>
        <translation>Diese Ansicht stammt aus dem Projekt „%1“. Sie wird gezeigt, soweit „%2“ die gleichen Module hat.</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name. A view of the same name is replaced.</source>
        <translation>Name. Eine Ansicht gleichen Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Write this view to a file</source>
        <translation>Diese Ansicht in eine Datei schreiben</translation>
    </message>
    <message>
        <source>View (*%1)</source>
        <translation>Ansicht (*%1)</translation>
    </message>
    <message>
        <source>Open a view</source>
        <translation>Ansicht öffnen</translation>
    </message>
    <message>
        <source>View (*.%1)</source>
        <translation>Ansicht (*.%1)</translation>
    </message>
    <message>
        <source>The link to this view is in the clipboard.</source>
        <translation>Der Link zu dieser Ansicht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>A link that begins with espalier://view</source>
        <translation>Ein Link, der mit espalier://view beginnt</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find a module, symbol or command (Ctrl+K)</source>
        <translation>Modul, Symbol oder Befehl suchen (Strg+K)</translation>
    </message>
    <message>
        <source>Find a module, symbol or command</source>
        <translation>Modul, Symbol oder Befehl suchen</translation>
    </message>
    <message>
        <source>Modules, symbols and commands found</source>
        <translation>Gefundene Module, Symbole und Befehle</translation>
    </message>
    <message>
        <source>Nothing has such a name.</source>
        <translation>Nichts heißt so.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Indexing was stopped; what was read is kept.</source>
        <translation>Das Indizieren wurde angehalten; was gelesen ist, bleibt.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>This is a view of the project “%1”. Open its folder, and it will be shown.</source>
        <translation>Dies ist eine Ansicht des Projekts „%1“. Sobald dessen Ordner geöffnet ist, wird sie gezeigt.</translation>
    </message>
    <message>
        <source>A bare repository has no files that an editor could open.</source>
        <translation>Ein Repository ohne Arbeitsbaum hat keine Dateien, die ein Editor öffnen könnte.</translation>
    </message>
    <message>
        <source>%1 is opened as it is now; the window shows it as it was at %2.</source>
        <translation>%1 wird geöffnet, wie es jetzt ist; das Fenster zeigt es, wie es bei %2 war.</translation>
    </message>
    <message>
        <source>a bare repository has no working tree to write to</source>
        <translation>ein bloßes Repository hat keinen Arbeitsbaum, in den zu schreiben wäre</translation>
    </message>
    <message>
        <source>open a clone that has one</source>
        <translation>öffnen Sie einen Klon, der einen hat</translation>
    </message>
</context>
<context>
    <name>SourceFile</name>
    <message>
        <source>the file is gone, or no longer a regular file in the project</source>
        <translation>die Datei ist fort oder keine gewöhnliche Datei des Projekts mehr</translation>
    </message>
    <message>
        <source>index again</source>
        <translation>neu indizieren</translation>
    </message>
    <message>
        <source>check that you may read it</source>
        <translation>prüfen, ob sie gelesen werden darf</translation>
    </message>
    <message>
        <source>too large to be shown</source>
        <translation>zu groß zum Anzeigen</translation>
    </message>
    <message>
        <source>open it in your editor</source>
        <translation>im Editor öffnen</translation>
    </message>
    <message>
        <source>The file has changed since it was indexed: lines may have moved.</source>
        <translation>Die Datei hat sich seit dem Indizieren geändert: Zeilen können verschoben sein.</translation>
    </message>
    <message>
        <source>the commit has no such file</source>
        <translation>der Commit hat keine solche Datei</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>No file is open. Double-click a module or a statement.</source>
        <translation>Keine Datei ist offen. Ein Doppelklick auf ein Modul oder eine Anweisung öffnet eine.</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
</context>
<context>
    <name>SymbolAnswers</name>
    <message>
        <source>Nothing outside of it imports, uses or names it.</source>
        <translation>Nichts außerhalb importiert, benutzt oder nennt es.</translation>
    </message>
    <message>
        <source>the same object</source>
        <translation>dasselbe Objekt</translation>
    </message>
    <message>
        <source>another object</source>
        <translation>ein anderes Objekt</translation>
    </message>
    <message>
        <source>this cannot be told</source>
        <translation>das ist nicht feststellbar</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>It is nothing that this project defines.</source>
        <translation>Es ist nichts, was dieses Projekt definiert.</translation>
    </message>
    <message>
        <source>hands it on to others</source>
        <translation>reicht es an andere weiter</translation>
    </message>
    <message>
        <source>imports it, %1</source>
        <translation>importiert es, %1</translation>
    </message>
    <message>
        <source>names it in its __all__</source>
        <translation>nennt es in seinem __all__</translation>
    </message>
    <message>
        <source>imports its module by a call, and may take it</source>
        <translation>importiert sein Modul durch einen Aufruf und nimmt es vielleicht</translation>
    </message>
    <message>
        <source>may name its module</source>
        <translation>nennt vielleicht sein Modul</translation>
    </message>
    <message>
        <source>1 import by a call may take it.</source>
        <translation>1 Import durch einen Aufruf nimmt es vielleicht.</translation>
    </message>
    <message numerus="yes">
        <source>%1 imports by a call may take it.</source>
        <translation>
            <numerusform>%1 Import durch einen Aufruf nimmt es vielleicht.</numerusform>
            <numerusform>%1 Importe durch Aufrufe nehmen es vielleicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Give another name, as shop.orders:Order or Order alone.</source>
        <translation>Einen anderen Namen angeben, wie shop.orders:Order oder nur Order.</translation>
    </message>
    <message>
        <source>Nothing is called “%1” here.</source>
        <translation>Hier heißt nichts „%1“.</translation>
    </message>
    <message>
        <source>%1: %2 – %3.</source>
        <comment>shop:Order: the same object – both are …</comment>
        <translation>%1: %2 – %3.</translation>
    </message>
    <message>
        <source>+%1 more of this name</source>
        <translation>+%1 weitere dieses Namens</translation>
    </message>
</context>
<context>
    <name>SymbolPanel</name>
    <message>
        <source>Copy a&amp;ll statements as Markdown</source>
        <translation>Alle Anweisungen als Mark&amp;down kopieren</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Gefordert</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Statements that import it</source>
        <translation>Anweisungen, die es importieren</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Verwendungen</translation>
    </message>
    <message>
        <source>Called the same</source>
        <translation>Heißt gleich</translation>
    </message>
    <message>
        <source>What the selected statements should say, ready to paste (Ctrl+Shift+R)</source>
        <translation>Was die ausgewählten Anweisungen sagen sollten, zum Einfügen (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Lists all statements again</source>
        <translation>Listet wieder alle Anweisungen</translation>
    </message>
    <message>
        <source>Looking for who imports it …</source>
        <translation>Es wird gesucht, wer es importiert …</translation>
    </message>
    <message>
        <source>No statement imports it by name.</source>
        <translation>Keine Anweisung importiert es beim Namen.</translation>
    </message>
    <message>
        <source>Canonical: %1</source>
        <translation>Kanonisch: %1</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Deprecated; use %1</source>
        <translation>Veraltet; stattdessen %1</translation>
    </message>
    <message>
        <source>Not the same object, but stands for it: %1, a subclass without methods</source>
        <translation>Nicht dasselbe Objekt, steht aber dafür: %1, eine Unterklasse ohne Methoden</translation>
    </message>
    <message>
        <source>Not the same object, but stands for it: %1, which only calls it</source>
        <translation>Nicht dasselbe Objekt, steht aber dafür: %1 ruft es nur auf</translation>
    </message>
    <message>
        <source>All statements that import it</source>
        <translation>Alle Anweisungen, die es importieren</translation>
    </message>
    <message>
        <source>No statements.</source>
        <translation>Keine Anweisungen.</translation>
    </message>
    <message>
        <source>Imports (%1)</source>
        <translation>Importe (%1)</translation>
    </message>
    <message>
        <source>No use is known.</source>
        <translation>Keine Verwendung bekannt.</translation>
    </message>
    <message>
        <source>Uses (%1)</source>
        <translation>Verwendungen (%1)</translation>
    </message>
    <message>
        <source>Nothing else is called so.</source>
        <translation>Nichts anderes heißt so.</translation>
    </message>
    <message>
        <source>Same name (%1)</source>
        <translation>Gleicher Name (%1)</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy required import</source>
        <translation>Geforderten Import &amp;kopieren</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>What deleting the symbol would break</source>
        <translation>Was die Löschung des Symbols bräche</translation>
    </message>
    <message>
        <source>Where the symbol&apos;s name is written</source>
        <translation>Wo der Name des Symbols steht</translation>
    </message>
    <message>
        <source>Whether the symbol is the same object as …</source>
        <translation>Ob das Symbol dasselbe Objekt ist wie …</translation>
    </message>
</context>
<context>
    <name>SymbolPicture</name>
    <message>
        <source>Import paths</source>
        <translation>Importpfade</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>production → shop: 12 statements</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements</source>
        <translation>
            <numerusform>%1 Anweisung</numerusform>
            <numerusform>%1 Anweisungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SymbolQuestions</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What is asked of it</source>
        <translation>Was darüber gefragt wird</translation>
    </message>
    <message>
        <source>What stands in the way of deleting it</source>
        <translation>Was seiner Löschung im Weg steht</translation>
    </message>
    <message>
        <source>Where its name is written, in any text</source>
        <translation>Wo sein Name steht, in jedem Text</translation>
    </message>
    <message>
        <source>Is it the same object as …</source>
        <translation>Ist es dasselbe Objekt wie …</translation>
    </message>
    <message>
        <source>another name: shop.orders:Order, or Order</source>
        <translation>ein anderer Name: shop.orders:Order oder Order</translation>
    </message>
    <message>
        <source>The name that it is compared with</source>
        <translation>Der Name, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>Reading all text of the project …</source>
        <translation>Aller Text des Projekts wird gelesen …</translation>
    </message>
    <message>
        <source>Working it out …</source>
        <translation>Wird ermittelt …</translation>
    </message>
    <message>
        <source>Copy answer as Markdown</source>
        <translation>Antwort als Markdown kopieren</translation>
    </message>
</context>
<context>
    <name>SymbolWords</name>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>class or function</source>
        <translation>Klasse oder Funktion</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>called</source>
        <translation>aufgerufen</translation>
    </message>
    <message>
        <source>base class</source>
        <translation>Basisklasse</translation>
    </message>
    <message>
        <source>decorator</source>
        <translation>Dekorator</translation>
    </message>
    <message>
        <source>named in a string</source>
        <translation>in einem String genannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>12 statements: 9 production, 3 tests</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements</source>
        <translation>
            <numerusform>%1 Anweisung</numerusform>
            <numerusform>%1 Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>15 paths, 596 statements</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 path</source>
        <translation>1 Pfad</translation>
    </message>
    <message numerus="yes">
        <source>%1 paths</source>
        <translation>
            <numerusform>%1 Pfad</numerusform>
            <numerusform>%1 Pfade</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>canonical path, reason</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>compliance %1: %2 of %3 use the canonical path only</source>
        <comment>of 80 files</comment>
        <translation>Einhaltung %1: %2 von %3 benutzen nur den kanonischen Pfad</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%1 files</source>
        <translation>
            <numerusform>%1 Datei</numerusform>
            <numerusform>%1 Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TanglePage</name>
    <message>
        <source>All &amp;tangles</source>
        <translation>Alle &amp;Verflechtungen</translation>
    </message>
    <message>
        <source>&amp;Next cycle of the tangle</source>
        <translation>&amp;Nächster Zyklus der Verflechtung</translation>
    </message>
    <message>
        <source>Pre&amp;vious cycle of the tangle</source>
        <translation>V&amp;origer Zyklus der Verflechtung</translation>
    </message>
    <message>
        <source>&amp;Isolate the tangle: map and matrix</source>
        <translation>Verflechtung &amp;für sich: Karte und Matrix</translation>
    </message>
    <message>
        <source>S&amp;uggest what to cut</source>
        <translation>&amp;Schnitte vorschlagen</translation>
    </message>
    <message>
        <source>&amp;Keep this import</source>
        <translation>Diesen Import &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Cut this import</source>
        <translation>Diesen Import s&amp;chneiden</translation>
    </message>
    <message>
        <source>Neither keep nor cut this i&amp;mport</source>
        <translation>Diesen Import wede&amp;r behalten noch schneiden</translation>
    </message>
    <message>
        <source>Copy the tan&amp;gle as Markdown</source>
        <translation>Verf&amp;lechtung als Markdown kopieren</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What happens at import</source>
        <translation>Was beim Import geschieht</translation>
    </message>
    <message>
        <source>Shortest cycles</source>
        <translation>Kürzeste Zyklen</translation>
    </message>
    <message>
        <source>What to cut</source>
        <translation>Was zu schneiden ist</translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation>Für sich</translation>
    </message>
    <message>
        <source>Suggest cuts</source>
        <translation>Schnitte vorschlagen</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Working out an answer</source>
        <translation>Eine Antwort wird ermittelt</translation>
    </message>
    <message>
        <source>At import</source>
        <translation>Beim Import</translation>
    </message>
    <message>
        <source>Cuts</source>
        <translation>Schnitte</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schneiden</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Keins von beiden</translation>
    </message>
    <message>
        <source>Looking for the shortest cycles …</source>
        <translation>Die kürzesten Zyklen werden gesucht …</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>Not tested: it takes some seconds.</source>
        <translation>Nicht geprüft: das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Shortest cycles (%1)</source>
        <translation>Kürzeste Zyklen (%1)</translation>
    </message>
    <message>
        <source>Looking for the cheapest set of imports …</source>
        <translation>Die billigste Menge von Importen wird gesucht …</translation>
    </message>
    <message>
        <source>No way: the imports that are to be kept form a cycle.</source>
        <translation>Kein Weg: Die Importe, die bleiben sollen, bilden einen Zyklus.</translation>
    </message>
    <message>
        <source>Which imports to cut, and how, so that no cycle is left: ask with “Suggest cuts”.</source>
        <translation>Welche Importe zu schneiden sind, und wie, damit kein Zyklus bleibt: mit „Schnitte vorschlagen“ fragen.</translation>
    </message>
    <message>
        <source>Cuts (%1)</source>
        <translation>Schnitte (%1)</translation>
    </message>
    <message>
        <source>Plan: this suggeste&amp;d cut</source>
        <translation>Plan: &amp;dieser vorgeschlagene Schnitt</translation>
    </message>
    <message>
        <source>Plan: a&amp;ll suggested cuts</source>
        <translation>Plan: a&amp;lle vorgeschlagenen Schnitte</translation>
    </message>
    <message>
        <source>Try them all</source>
        <translation>Alle ausprobieren</translation>
    </message>
    <message>
        <source>Adds all suggested cuts to the plan and shows the graph as it would be</source>
        <translation>Nimmt alle vorgeschlagenen Schnitte in den Plan und zeigt den Graphen, wie er wäre</translation>
    </message>
    <message>
        <source>As it would be with the plan. What happens at import is told of what is.</source>
        <translation>So wäre es mit dem Plan. Was beim Import geschieht, wird von dem gesagt, was ist.</translation>
    </message>
    <message>
        <source>Cuts are suggested for what is: go back to that first.</source>
        <translation>Schnitte werden für das vorgeschlagen, was ist: Gehen Sie zuerst dorthin zurück.</translation>
    </message>
    <message>
        <source>As it would be with a plan that is not carried out yet.</source>
        <translation>So wäre es mit einem Plan, der noch nicht ausgeführt ist.</translation>
    </message>
    <message>
        <source>Working out what happens when each is imported … %1</source>
        <translation>Es wird ermittelt, was beim Import von jedem geschieht … %1</translation>
    </message>
</context>
<context>
    <name>TrackerDesk</name>
    <message>
        <source>The answer is too large, or none that can be read.</source>
        <translation>Die Antwort ist zu groß oder keine, die gelesen werden kann.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 claims</source>
        <translation>
            <numerusform>%1 von %2 Behauptung</numerusform>
            <numerusform>%1 von %2 Behauptungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrackerPanel</name>
    <message>
        <source>Claims of the tracker</source>
        <translation>Behauptungen des Trackers</translation>
    </message>
    <message>
        <source>Open &amp;tracker…</source>
        <translation>&amp;Tracker öffnen…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>&amp;Check the tracker again</source>
        <translation>Den Tracker neu &amp;prüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Copy the tracker&apos;s claims as &amp;Markdown</source>
        <translation>Die Behauptungen des Trackers als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose the tracker</source>
        <translation>Den Tracker &amp;schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Only what is &amp;not true now</source>
        <translation>Nur, was jetzt &amp;nicht stimmt</translation>
    </message>
    <message>
        <source>About: the commit that last touched it</source>
        <translation>Über: den Commit, der ihn zuletzt verändert hat</translation>
    </message>
    <message>
        <source>Commit, tag or date that the tracker is about</source>
        <translation>Commit, Tag oder Datum, von dem der Tracker handelt</translation>
    </message>
    <message>
        <source>Which commit, tag or date the tracker is about; empty: the commit that last touched it</source>
        <translation>Von welchem Commit, Tag oder Datum der Tracker handelt; leer: vom Commit, der ihn zuletzt verändert hat</translation>
    </message>
    <message>
        <source>Checking the claims</source>
        <translation>Die Behauptungen werden geprüft</translation>
    </message>
    <message>
        <source>Only what is not true now</source>
        <translation>Nur, was jetzt nicht stimmt</translation>
    </message>
    <message>
        <source>Open a tracker, a Markdown file that says something about the code, and see for each of its claims whether it was true, and is true now.</source>
        <translation>Öffnen Sie einen Tracker, eine Markdown-Datei, die etwas über den Code sagt, und sehen Sie zu jeder Behauptung, ob sie stimmte und ob sie jetzt stimmt.</translation>
    </message>
    <message>
        <source>No tracker is open</source>
        <translation>Kein Tracker ist offen</translation>
    </message>
    <message>
        <source>Checking the claims …</source>
        <translation>Die Behauptungen werden geprüft …</translation>
    </message>
    <message>
        <source>Checked: %1</source>
        <translation>Geprüft: %1</translation>
    </message>
    <message>
        <source>The claims are in the clipboard, as a table in Markdown.</source>
        <translation>Die Behauptungen sind in der Zwischenablage, als Tabelle in Markdown.</translation>
    </message>
    <message>
        <source>Nothing in it can be checked.</source>
        <translation>Nichts darin kann geprüft werden.</translation>
    </message>
    <message>
        <source>All of it is true now.</source>
        <translation>Alles darin stimmt jetzt.</translation>
    </message>
</context>
<context>
    <name>TrackerWords</name>
    <message>
        <source>then: %1</source>
        <comment>what spoke for or against a claim</comment>
        <translation>damals: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>3 partly true</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>nothing that can be checked</source>
        <translation>nichts, was geprüft werden kann</translation>
    </message>
    <message>
        <source>true</source>
        <translation>stimmt</translation>
    </message>
    <message>
        <source>partly true</source>
        <translation>stimmt zum Teil</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>can&apos;t be told</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <source>moved to line %1</source>
        <translation>jetzt in Zeile %1</translation>
    </message>
    <message>
        <source>no longer true</source>
        <translation>stimmt nicht mehr</translation>
    </message>
    <message>
        <source>no longer true since %1</source>
        <translation>stimmt nicht mehr seit %1</translation>
    </message>
    <message>
        <source>true now</source>
        <translation>stimmt jetzt</translation>
    </message>
    <message>
        <source>more true now</source>
        <translation>stimmt jetzt eher</translation>
    </message>
    <message>
        <source>Now, in the working tree: %1</source>
        <translation>Jetzt, im Arbeitsbaum: %1</translation>
    </message>
    <message>
        <source>Now, in %1: %2</source>
        <translation>Jetzt, in %1: %2</translation>
    </message>
    <message>
        <source>Then: not known which commit it is about</source>
        <translation>Damals: nicht bekannt, von welchem Commit er handelt</translation>
    </message>
    <message>
        <source>Then, in %1: %2</source>
        <translation>Damals, in %1: %2</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Damals</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>line of a tracker: claim</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>Trend</name>
    <message>
        <source>baseline %1</source>
        <translation>Ausgangspunkt %1</translation>
    </message>
    <message>
        <source>1 violation came back</source>
        <translation>1 Verstoß kehrte zurück</translation>
    </message>
    <message numerus="yes">
        <source>%1 violations came back</source>
        <translation>
            <numerusform>%1 Verstoß kehrte zurück</numerusform>
            <numerusform>%1 Verstöße kehrten zurück</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>nothing to import yet</source>
        <translation>noch nichts zu importieren</translation>
    </message>
    <message>
        <source>compliance %1</source>
        <translation>Einhaltung %1</translation>
    </message>
    <message>
        <source>files: %1</source>
        <translation>Dateien: %1</translation>
    </message>
    <message>
        <source>statements: %1</source>
        <translation>Anweisungen: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>production 12</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 new, %2 fixed, %3 came back</source>
        <translation>%1 neu, %2 behoben, %3 zurückgekehrt</translation>
    </message>
    <message>
        <source>phase done: %1</source>
        <translation>Abschnitt beendet: %1</translation>
    </message>
</context>
<context>
    <name>TrendLegend</name>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>violations came back</source>
        <translation>Verstöße kehrten zurück</translation>
    </message>
    <message>
        <source>a phase is done</source>
        <translation>ein Abschnitt ist beendet</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>Violating files</source>
        <translation>Dateien mit Verstößen</translation>
    </message>
    <message>
        <source>Violating statements</source>
        <translation>Anweisungen mit Verstößen</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Einhaltung</translation>
    </message>
    <message>
        <source>This project lies in no git repository: it has no past to show.</source>
        <translation>Dieses Projekt liegt in keinem Git-Repository: Es hat keine Vergangenheit, die zu zeigen wäre.</translation>
    </message>
    <message>
        <source>The past is being read …</source>
        <translation>Die Vergangenheit wird gelesen …</translation>
    </message>
    <message>
        <source>The past of this project has not been read yet. It takes some seconds for a thousand commits, in the background.</source>
        <translation>Die Vergangenheit dieses Projekts ist noch nicht gelesen. Das dauert einige Sekunden für tausend Commits, im Hintergrund.</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>Looking at every commit …</source>
        <translation>Jeder Commit wird betrachtet …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Campaign, or the module graph</source>
        <translation>Kampagne oder Modulgraph</translation>
    </message>
    <message>
        <source>Looking at every commit</source>
        <translation>Jeder Commit wird betrachtet</translation>
    </message>
    <message>
        <source>Reading the imports of all commits was stopped.</source>
        <translation>Das Lesen der Importe aller Commits wurde angehalten.</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>The module graph</source>
        <translation>Der Modulgraph</translation>
    </message>
    <message>
        <source>At the newest commit: %1</source>
        <translation>Beim neuesten Commit: %1</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>note at %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 notes</source>
        <translation>
            <numerusform>%1 Notiz</numerusform>
            <numerusform>%1 Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>remove the note at %1</source>
        <translation>Notiz zu %1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>remove %1 notes</source>
        <translation>
            <numerusform>%1 Notiz entfernen</numerusform>
            <numerusform>%1 Notizen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message numerus="yes">
        <source>move %1 boxes</source>
        <translation>
            <numerusform>%1 Kasten verschieben</numerusform>
            <numerusform>%1 Kästen verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>put back %1</source>
        <translation>%1 zurücklegen</translation>
    </message>
    <message numerus="yes">
        <source>put back %1 boxes</source>
        <translation>
            <numerusform>%1 Kasten zurücklegen</numerusform>
            <numerusform>%1 Kästen zurücklegen</numerusform>
        </translation>
    </message>
    <message>
        <source>show all names</source>
        <translation>alle Namen zeigen</translation>
    </message>
    <message>
        <source>show names with “%1”</source>
        <translation>Namen mit „%1“ zeigen</translation>
    </message>
    <message>
        <source>show all packages</source>
        <translation>alle Pakete zeigen</translation>
    </message>
    <message>
        <source>show only %1</source>
        <translation>nur %1 zeigen</translation>
    </message>
    <message>
        <source>change of the imports that count</source>
        <translation>Änderung der Importe, die zählen</translation>
    </message>
    <message>
        <source>change of size or tint</source>
        <translation>Änderung von Größe oder Tönung</translation>
    </message>
    <message>
        <source>no imports count</source>
        <translation>keine Importe zählen</translation>
    </message>
    <message>
        <source>imports: %1</source>
        <translation>Importe: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>lines of code</source>
        <translation>Codezeilen</translation>
    </message>
    <message>
        <source>importers (fan-in)</source>
        <translation>Importierende (Fan-in)</translation>
    </message>
    <message>
        <source>imports (fan-out)</source>
        <translation>Importe (Fan-out)</translation>
    </message>
    <message>
        <source>instability</source>
        <translation>Instabilität</translation>
    </message>
    <message>
        <source>hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>hide %1 modules</source>
        <translation>
            <numerusform>%1 Modul ausblenden</numerusform>
            <numerusform>%1 Module ausblenden</numerusform>
        </translation>
    </message>
    <message>
        <source>show %1</source>
        <translation>%1 einblenden</translation>
    </message>
    <message numerus="yes">
        <source>show %1 modules</source>
        <translation>
            <numerusform>%1 Modul einblenden</numerusform>
            <numerusform>%1 Module einblenden</numerusform>
        </translation>
    </message>
    <message>
        <source>show everything</source>
        <translation>alles zeigen</translation>
    </message>
    <message>
        <source>show a part alone</source>
        <translation>nur einen Teil zeigen</translation>
    </message>
    <message>
        <source>show tests</source>
        <translation>Tests zeigen</translation>
    </message>
    <message>
        <source>hide tests</source>
        <translation>Tests ausblenden</translation>
    </message>
    <message>
        <source>show ghosts</source>
        <translation>Geistermodule zeigen</translation>
    </message>
    <message>
        <source>hide ghosts</source>
        <translation>Geistermodule ausblenden</translation>
    </message>
    <message>
        <source>show outside packages</source>
        <translation>fremde Pakete zeigen</translation>
    </message>
    <message>
        <source>hide outside packages</source>
        <translation>fremde Pakete ausblenden</translation>
    </message>
    <message>
        <source>show only deprecated</source>
        <translation>nur Veraltetes zeigen</translation>
    </message>
    <message>
        <source>show not only deprecated</source>
        <translation>nicht nur Veraltetes zeigen</translation>
    </message>
    <message>
        <source>show only tangles</source>
        <translation>nur Verflechtungen zeigen</translation>
    </message>
    <message>
        <source>show not only tangles</source>
        <translation>nicht nur Verflechtungen zeigen</translation>
    </message>
    <message>
        <source>show direct lines only</source>
        <translation>nur direkte Linien zeigen</translation>
    </message>
    <message>
        <source>show all lines</source>
        <translation>alle Linien zeigen</translation>
    </message>
    <message>
        <source>bundle lines</source>
        <translation>Linien bündeln</translation>
    </message>
    <message>
        <source>unbundle lines</source>
        <translation>Linien nicht bündeln</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>layered picture</source>
        <translation>Bild in Ebenen</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>open %1 packages</source>
        <translation>
            <numerusform>%1 Paket öffnen</numerusform>
            <numerusform>%1 Pakete öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message numerus="yes">
        <source>close %1 packages</source>
        <translation>
            <numerusform>%1 Paket schließen</numerusform>
            <numerusform>%1 Pakete schließen</numerusform>
        </translation>
    </message>
    <message>
        <source>change of the view</source>
        <translation>Änderung der Ansicht</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules</source>
        <translation>
            <numerusform>%1 Modul</numerusform>
            <numerusform>%1 Module</numerusform>
        </translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>only in %1</source>
        <translation>nur in %1</translation>
    </message>
    <message>
        <source>names with “%1”</source>
        <translation>Namen mit „%1“</translation>
    </message>
    <message>
        <source>only deprecated and who imports it</source>
        <translation>nur Veraltetes und wer es importiert</translation>
    </message>
    <message>
        <source>only tangles</source>
        <translation>nur Verflechtungen</translation>
    </message>
    <message>
        <source>parent packages count</source>
        <translation>umgebende Pakete zählen</translation>
    </message>
    <message>
        <source>strings count</source>
        <translation>Zeichenketten zählen</translation>
    </message>
    <message>
        <source>without tests</source>
        <translation>ohne Tests</translation>
    </message>
    <message>
        <source>without ghosts</source>
        <translation>ohne Geistermodule</translation>
    </message>
    <message>
        <source>with outside packages</source>
        <translation>mit fremden Paketen</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 hidden</source>
        <translation>
            <numerusform>%1 ausgeblendet</numerusform>
            <numerusform>%1 ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>direct lines only</source>
        <translation>nur direkte Linien</translation>
    </message>
    <message>
        <source>lines bundled</source>
        <translation>Linien gebündelt</translation>
    </message>
    <message>
        <source>size: %1</source>
        <translation>Größe: %1</translation>
    </message>
    <message>
        <source>tint: %1</source>
        <translation>Tönung: %1</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>&amp;Look around the selected module</source>
        <translation>Umfeld des &amp;ausgewählten Moduls</translation>
    </message>
    <message>
        <source>&amp;End a path here</source>
        <translation>Weg hier b&amp;eenden</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Umfeld</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>Ma&amp;trix</source>
        <translation>&amp;Matrix</translation>
    </message>
    <message>
        <source>&amp;Focus</source>
        <translation>Um&amp;feld</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>&amp;Weg</translation>
    </message>
    <message>
        <source>Sta&amp;rt a path here</source>
        <translation>Weg hier be&amp;ginnen</translation>
    </message>
    <message>
        <source>Ask for the view again: it may have been cut</source>
        <translation>Um die Ansicht noch einmal bitten: Sie kann abgeschnitten sein</translation>
    </message>
    <message>
        <source>This is no view of Espalier</source>
        <translation>Dies ist keine Ansicht von Espalier</translation>
    </message>
    <message>
        <source>This view was made by a newer Espalier</source>
        <translation>Diese Ansicht stammt von einem neueren Espalier</translation>
    </message>
    <message>
        <source>Install the newer version</source>
        <translation>Die neuere Version installieren</translation>
    </message>
    <message>
        <source>This is too large for a view</source>
        <translation>Dies ist zu groß für eine Ansicht</translation>
    </message>
    <message>
        <source>This is no JSON: %1 at byte %2</source>
        <translation>Dies ist kein JSON: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>There is too much in this view for a link</source>
        <translation>Diese Ansicht enthält zu viel für einen Link</translation>
    </message>
    <message>
        <source>Write it to a file instead</source>
        <translation>Stattdessen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>This is no link to a view of Espalier</source>
        <translation>Dies ist kein Link zu einer Ansicht von Espalier</translation>
    </message>
    <message>
        <source>The link is damaged</source>
        <translation>Der Link ist beschädigt</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps</source>
        <translation>
            <numerusform>%1 Schritt</numerusform>
            <numerusform>%1 Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>1 module of it</source>
        <translation>1 Modul daraus</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules of it</source>
        <translation>
            <numerusform>%1 Modul daraus</numerusform>
            <numerusform>%1 Module daraus</numerusform>
        </translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <translation>+%1 weitere</translation>
    </message>
    <message>
        <source>1 tangle</source>
        <translation>1 Verflechtung</translation>
    </message>
    <message numerus="yes">
        <source>%1 tangles</source>
        <translation>
            <numerusform>%1 Verflechtung</numerusform>
            <numerusform>%1 Verflechtungen</numerusform>
        </translation>
    </message>
    <message>
        <source>in a tangle</source>
        <translation>in einer Verflechtung</translation>
    </message>
    <message>
        <source>%1 deprecated</source>
        <translation>%1 veraltet</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>does not parse</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>import time</source>
        <translation>beim Import</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>aufgeschoben</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>implicit parents</source>
        <translation>umgebende Pakete</translation>
    </message>
    <message>
        <source>strings</source>
        <translation>Zeichenketten</translation>
    </message>
    <message>
        <source>imports: %1</source>
        <translation>Importe: %1</translation>
    </message>
    <message>
        <source>1 chosen module</source>
        <translation>1 ausgewähltes Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 chosen modules</source>
        <translation>
            <numerusform>%1 ausgewähltes Modul</numerusform>
            <numerusform>%1 ausgewählte Module</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>names with “%1”</source>
        <translation>Namen mit „%1“</translation>
    </message>
    <message>
        <source>deprecated and their importers</source>
        <translation>Veraltetes und wer es importiert</translation>
    </message>
    <message>
        <source>tangles only</source>
        <translation>nur Verflechtungen</translation>
    </message>
    <message>
        <source>without tests</source>
        <translation>ohne Tests</translation>
    </message>
    <message>
        <source>without missing modules</source>
        <translation>ohne Geistermodule</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 ausgeblendet</translation>
    </message>
    <message>
        <source>module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>not of this project</source>
        <translation>nicht aus diesem Projekt</translation>
    </message>
    <message>
        <source>tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>in an import cycle</source>
        <translation>in einem Importzyklus</translation>
    </message>
    <message>
        <source>imported, but missing</source>
        <translation>importiert, aber nicht vorhanden</translation>
    </message>
    <message>
        <source>larger: more %1 (%2 to %3)</source>
        <translation>größer: mehr %1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>deeper colour: more %1 (%2 to %3)</source>
        <translation>kräftigere Farbe: mehr %1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>imports (thicker: more statements)</source>
        <translation>importiert (dicker: mehr Anweisungen)</translation>
    </message>
    <message>
        <source>import within a cycle</source>
        <translation>Import in einem Zyklus</translation>
    </message>
    <message>
        <source>imports something deprecated</source>
        <translation>importiert Veraltetes</translation>
    </message>
    <message>
        <source>not at import time</source>
        <translation>nicht beim Import</translation>
    </message>
    <message>
        <source>imports something missing</source>
        <translation>importiert Fehlendes</translation>
    </message>
    <message>
        <source>imported by tests only</source>
        <translation>nur von Tests importiert</translation>
    </message>
    <message>
        <source>%1 imports itself: %2</source>
        <translation>%1 importiert sich selbst: %2</translation>
    </message>
    <message>
        <source>%1 imports %2: %3</source>
        <translation>%1 importiert %2: %3</translation>
    </message>
    <message>
        <source>no tangles</source>
        <translation>keine Verflechtungen</translation>
    </message>
    <message>
        <source>1 indirect line left out</source>
        <translation>1 indirekte Linie weggelassen</translation>
    </message>
    <message>
        <source>lines of code</source>
        <translation>Codezeilen</translation>
    </message>
    <message>
        <source>importers</source>
        <translation>Importierende</translation>
    </message>
    <message>
        <source>imported modules</source>
        <translation>importierte Module</translation>
    </message>
    <message>
        <source>instability</source>
        <translation>Instabilität</translation>
    </message>
    <message>
        <source>1 package</source>
        <translation>1 Paket</translation>
    </message>
    <message numerus="yes">
        <source>%1 packages</source>
        <translation>
            <numerusform>%1 Paket</numerusform>
            <numerusform>%1 Pakete</numerusform>
        </translation>
    </message>
    <message>
        <source>1 further package</source>
        <translation>1 weiteres Paket</translation>
    </message>
    <message numerus="yes">
        <source>%1 further packages</source>
        <translation>
            <numerusform>%1 weiteres Paket</numerusform>
            <numerusform>%1 weitere Pakete</numerusform>
        </translation>
    </message>
    <message>
        <source>1 further module</source>
        <translation>1 weiteres Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 further modules</source>
        <translation>
            <numerusform>%1 weiteres Modul</numerusform>
            <numerusform>%1 weitere Module</numerusform>
        </translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>in der Mitte</translation>
    </message>
    <message>
        <source>%1 imports it</source>
        <translation>%1 importiert es</translation>
    </message>
    <message>
        <source>%1 import it</source>
        <translation>%1 importieren es</translation>
    </message>
    <message>
        <source>%1 imports it in %2 steps</source>
        <translation>%1 importiert es in %2 Schritten</translation>
    </message>
    <message>
        <source>%1 import it in %2 steps</source>
        <translation>%1 importieren es in %2 Schritten</translation>
    </message>
    <message>
        <source>it imports %1 in %2 steps</source>
        <translation>es importiert %1 in %2 Schritten</translation>
    </message>
    <message>
        <source>it imports %1</source>
        <translation>es importiert %1</translation>
    </message>
    <message>
        <source>%1 in tangles</source>
        <translation>%1 verflochten</translation>
    </message>
    <message>
        <source>%1 % use deprecated</source>
        <translation>%1 % benutzen Veraltetes</translation>
    </message>
    <message>
        <source>%1 use deprecated</source>
        <translation>%1 benutzen Veraltetes</translation>
    </message>
    <message>
        <source>share of modules that use something deprecated</source>
        <translation>Anteil der Module, die Veraltetes benutzen</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 Modul</translation>
    </message>
    <message numerus="yes">
        <source>%1 modules</source>
        <translation>
            <numerusform>%1 Modul</numerusform>
            <numerusform>%1 Module</numerusform>
        </translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Anweisung</translation>
    </message>
    <message numerus="yes">
        <source>%1 statements</source>
        <translation>
            <numerusform>%1 Anweisung</numerusform>
            <numerusform>%1 Anweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lines and %2 boxes left out</source>
        <translation>%1 Linien und %2 Kästen weggelassen</translation>
    </message>
    <message>
        <source>1 box is summed up as &quot;more&quot;</source>
        <translation>1 Kasten ist als „weitere“ zusammengefasst</translation>
    </message>
    <message numerus="yes">
        <source>%1 boxes are summed up as &quot;more&quot;</source>
        <translation>
            <numerusform>%1 Kasten ist als „weitere“ zusammengefasst</numerusform>
            <numerusform>%1 Kästen sind als „weitere“ zusammengefasst</numerusform>
        </translation>
    </message>
    <message>
        <source>1 line is left out</source>
        <translation>1 Linie ist weggelassen</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines are left out</source>
        <translation>
            <numerusform>%1 Linie ist weggelassen</numerusform>
            <numerusform>%1 Linien sind weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 indirect lines left out</source>
        <translation>
            <numerusform>%1 indirekte Linie weggelassen</numerusform>
            <numerusform>%1 indirekte Linien weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>lines bundled</source>
        <translation>Linien gebündelt</translation>
    </message>
    <message>
        <source>imports (those that go the same way run together)</source>
        <translation>importiert (Linien mit gleichem Weg laufen zusammen)</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>canonical</source>
        <translation>kanonisch</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%1 files</source>
        <translation>
            <numerusform>%1 Datei</numerusform>
            <numerusform>%1 Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>has new or lost modules</source>
        <translation>hat neue oder verlorene Module</translation>
    </message>
    <message>
        <source>new import</source>
        <translation>neuer Import</translation>
    </message>
    <message>
        <source>import that is gone</source>
        <translation>verschwundener Import</translation>
    </message>
    <message>
        <source>imports (thicker: between more modules)</source>
        <translation>Importe (dicker: zwischen mehr Modulen)</translation>
    </message>
    <message>
        <source>deprecated at present</source>
        <translation>heute veraltet</translation>
    </message>
    <message>
        <source>imports something deprecated at present</source>
        <translation>importiert etwas heute Veraltetes</translation>
    </message>
</context>
</TS>
