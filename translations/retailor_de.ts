<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AcceptCandidateEdit</name>
    <message>
        <source>Apply result</source>
        <translation>Ergebnis anwenden</translation>
    </message>
    <message>
        <source>Result %1</source>
        <translation>Ergebnis %1</translation>
    </message>
</context>
<context>
    <name>AddReferenceEdit</name>
    <message>
        <source>Add reference</source>
        <translation>Referenz hinzufügen</translation>
    </message>
</context>
<context>
    <name>BodyPart</name>
    <message>
        <source>Legs, neck, bare skin</source>
        <translation>Beine, Hals, nackte Haut</translation>
    </message>
    <message>
        <source>Arms and hands</source>
        <translation>Arme und Hände</translation>
    </message>
    <message>
        <source>Bags and jewellery</source>
        <translation>Taschen und Schmuck</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
</context>
<context>
    <name>BodyRegion</name>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Hair or headwear</source>
        <translation>Haar oder Kopfbedeckung</translation>
    </message>
    <message>
        <source>Upper clothes</source>
        <translation>Oberbekleidung</translation>
    </message>
    <message>
        <source>Lower clothes</source>
        <translation>Beinbekleidung</translation>
    </message>
    <message>
        <source>Whole-body clothes</source>
        <translation>Ganzkörperkleidung</translation>
    </message>
    <message>
        <source>Shoes</source>
        <translation>Schuhe</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Beliebiges</translation>
    </message>
</context>
<context>
    <name>ChangeLayerEdit</name>
    <message>
        <source>Show layer</source>
        <translation>Ebene einblenden</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>Ebene ausblenden</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>Ebene umbenennen</translation>
    </message>
    <message>
        <source>Change opacity of layer</source>
        <translation>Deckkraft der Ebene ändern</translation>
    </message>
</context>
<context>
    <name>ChangeReferenceEdit</name>
    <message>
        <source>Change region of reference</source>
        <translation>Region der Referenz ändern</translation>
    </message>
    <message>
        <source>Change mask of reference</source>
        <translation>Maske der Referenz ändern</translation>
    </message>
    <message>
        <source>Place reference</source>
        <translation>Referenz platzieren</translation>
    </message>
    <message>
        <source>Change weight of reference</source>
        <translation>Gewicht der Referenz ändern</translation>
    </message>
    <message>
        <source>Change fit of reference</source>
        <translation>Passung der Referenz ändern</translation>
    </message>
</context>
<context>
    <name>ChangeSettingsEdit</name>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
</context>
<context>
    <name>DiscardCandidateEdit</name>
    <message>
        <source>Discard result</source>
        <translation>Ergebnis verwerfen</translation>
    </message>
</context>
<context>
    <name>Fitting</name>
    <message>
        <source>left side of the neck</source>
        <translation>Hals, linke Seite</translation>
    </message>
    <message>
        <source>left shoulder</source>
        <translation>linke Schulter</translation>
    </message>
    <message>
        <source>left cuff, outer</source>
        <translation>linker Ärmelsaum, außen</translation>
    </message>
    <message>
        <source>left cuff, inner</source>
        <translation>linker Ärmelsaum, innen</translation>
    </message>
    <message>
        <source>left armpit</source>
        <translation>linke Achsel</translation>
    </message>
    <message>
        <source>left side of the waist</source>
        <translation>Bund, linke Seite</translation>
    </message>
    <message>
        <source>left hem, outer</source>
        <translation>linker Saum, außen</translation>
    </message>
    <message>
        <source>left hem, inner</source>
        <translation>linker Saum, innen</translation>
    </message>
    <message>
        <source>right side of the neck</source>
        <translation>Hals, rechte Seite</translation>
    </message>
    <message>
        <source>right shoulder</source>
        <translation>rechte Schulter</translation>
    </message>
    <message>
        <source>right cuff, outer</source>
        <translation>rechter Ärmelsaum, außen</translation>
    </message>
    <message>
        <source>right cuff, inner</source>
        <translation>rechter Ärmelsaum, innen</translation>
    </message>
    <message>
        <source>right armpit</source>
        <translation>rechte Achsel</translation>
    </message>
    <message>
        <source>right side of the waist</source>
        <translation>Bund, rechte Seite</translation>
    </message>
    <message>
        <source>right hem, outer</source>
        <translation>rechter Saum, außen</translation>
    </message>
    <message>
        <source>right hem, inner</source>
        <translation>rechter Saum, innen</translation>
    </message>
    <message>
        <source>bottom of the neckline</source>
        <translation>tiefster Punkt des Ausschnitts</translation>
    </message>
    <message>
        <source>crotch</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>extra pin</source>
        <translation>eigener Stift</translation>
    </message>
    <message>
        <source>Top with sleeves</source>
        <translation>Oberteil mit Ärmeln</translation>
    </message>
    <message>
        <source>Top without sleeves</source>
        <translation>Oberteil ohne Ärmel</translation>
    </message>
    <message>
        <source>Skirt</source>
        <translation>Rock</translation>
    </message>
    <message>
        <source>Trousers</source>
        <translation>Hose</translation>
    </message>
    <message>
        <source>Dress with sleeves</source>
        <translation>Kleid mit Ärmeln</translation>
    </message>
    <message>
        <source>Dress without sleeves</source>
        <translation>Kleid ohne Ärmel</translation>
    </message>
</context>
<context>
    <name>GarmentFitting</name>
    <message>
        <source>trousers or skirt</source>
        <translation>die Hose oder den Rock</translation>
    </message>
    <message>
        <source>dress or clothes</source>
        <translation>das Kleid oder die Kleidung</translation>
    </message>
    <message>
        <source>top</source>
        <translation>das Oberteil</translation>
    </message>
</context>
<context>
    <name>GenerateReadiness</name>
    <message>
        <source>No completion method could be loaded.</source>
        <translation>Es konnte kein Verfahren geladen werden.</translation>
    </message>
    <message>
        <source>The completion methods are being loaded.</source>
        <translation>Die Verfahren werden geladen.</translation>
    </message>
    <message>
        <source>Choose a completion method.</source>
        <translation>Wählen Sie ein Verfahren.</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>Öffnen Sie zuerst ein Foto.</translation>
    </message>
    <message>
        <source>Paint over the part to complete first.</source>
        <translation>Übermalen Sie zuerst den Teil, der ergänzt werden soll.</translation>
    </message>
    <message>
        <source>The whole photo is painted over. Leave a part to continue from, or add a reference.</source>
        <translation>Das ganze Foto ist übermalt. Lassen Sie einen Teil frei, oder fügen Sie eine Referenz hinzu.</translation>
    </message>
    <message>
        <source>Texture fill: fine for plain or textured backgrounds. Add references to complete clothes, hair or a face.</source>
        <translation>Füllen mit Textur: gut für ruhige oder gemusterte Hintergründe. Für Kleidung, Haare oder ein Gesicht fügen Sie Referenzen hinzu.</translation>
    </message>
    <message>
        <source>Paint over the part to complete first, or fit a garment to the person.</source>
        <translation>Übermalen Sie zuerst den Teil, der ergänzt werden soll, oder passen Sie ein Kleidungsstück an.</translation>
    </message>
    <message>
        <source>Mark the garment that the person wears first: “Fitted to the person” on the reference leads there.</source>
        <translation>Markieren Sie zuerst, was die Person trägt: „Angepasst“ an der Referenz führt dorthin.</translation>
    </message>
    <message>
        <source>This method cannot fit garments. Choose another one, or paint over the part to complete.</source>
        <translation>Dieses Verfahren kann keine Kleidung anpassen. Wählen Sie ein anderes, oder übermalen Sie den Teil, der ergänzt werden soll.</translation>
    </message>
    <message>
        <source>This method needs %1, and there is none yet. The Models page shows where to put it.</source>
        <translation>Diese Methode braucht %1, und es ist noch keines da. Die Seite „Modelle“ zeigt, wohin es gehört.</translation>
    </message>
    <message>
        <source>Looked for in %1</source>
        <translation>Gesucht in %1</translation>
    </message>
    <message>
        <source>The model lacks a file: %1 (%2).</source>
        <translation>Dem Modell fehlt eine Datei: %1 (%2).</translation>
    </message>
    <message>
        <source>The models are being looked for.</source>
        <translation>Die Modelle werden gesucht.</translation>
    </message>
</context>
<context>
    <name>MethodSight</name>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Model mask</source>
        <translation>Modellmaske</translation>
    </message>
    <message>
        <source>Blend mask</source>
        <translation>Überblendmaske</translation>
    </message>
    <message>
        <source>Pre-fill</source>
        <translation>Vorfüllung</translation>
    </message>
    <message>
        <source>below the photo</source>
        <translation>unter dem Foto</translation>
    </message>
    <message>
        <source>The part of the photo that the method works on, at the size that it works at.</source>
        <translation>Der Teil des Fotos, an dem die Methode arbeitet, in der Größe, in der sie arbeitet.</translation>
    </message>
    <message>
        <source>White is drawn anew. It reaches a little beyond the painted part where the seam needs that.</source>
        <translation>Weiß wird neu gezeichnet. Wo die Naht es braucht, reicht es ein wenig über den bemalten Teil hinaus.</translation>
    </message>
    <message>
        <source>How much of what is drawn is taken into the photo; black stays as it is, to the bit.</source>
        <translation>Wie viel vom Gezeichneten ins Foto übernommen wird; Schwarz bleibt bis aufs Bit, wie es ist.</translation>
    </message>
    <message>
        <source>What the method finds in the painted part before it begins.</source>
        <translation>Was die Methode im bemalten Teil vorfindet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>What an image encoder gets of this reference: it counts as a whole, and fine patterns get lost.</source>
        <translation>Was ein Bildencoder von dieser Referenz bekommt: Sie zählt als Ganzes, feine Muster gehen verloren.</translation>
    </message>
    <message>
        <source>What attention reads of this reference; what shows the checkerboard lies outside its mask.</source>
        <translation>Was die Aufmerksamkeit von dieser Referenz liest; wo das Schachbrett zu sehen ist, liegt es außerhalb ihrer Maske.</translation>
    </message>
    <message>
        <source>What lies below the photo while it is drawn: the model copies this reference from there.</source>
        <translation>Was beim Zeichnen unter dem Foto liegt: Von dort überträgt das Modell diese Referenz.</translation>
    </message>
    <message>
        <source>Where this reference lies on the photo and what of it counts, in the photo&apos;s light.</source>
        <translation>Wo diese Referenz auf dem Foto liegt und was von ihr zählt, im Licht des Fotos.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Working size</source>
        <translation>Arbeitsgröße</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Noise start</source>
        <translation>Anfangsrauschen</translation>
    </message>
    <message>
        <source>Reference mask</source>
        <translation>Referenzmaske</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>platziert</translation>
    </message>
    <message>
        <source>by region</source>
        <translation>im Bereich</translation>
    </message>
    <message>
        <source>as a whole</source>
        <translation>als Ganzes</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>RETAILOR_MODELS</source>
        <translation>RETAILOR_MODELS</translation>
    </message>
    <message>
        <source>chosen here</source>
        <translation>hier gewählt</translation>
    </message>
    <message>
        <source>Hugging Face cache</source>
        <translation>Hugging-Face-Cache</translation>
    </message>
    <message>
        <source>Retailor&apos;s own folder</source>
        <translation>Retailors eigener Ordner</translation>
    </message>
    <message>
        <source>Stable Diffusion, inpainting</source>
        <translation>Stable Diffusion, Inpainting</translation>
    </message>
    <message>
        <source>Stable Diffusion</source>
        <translation>Stable Diffusion</translation>
    </message>
    <message>
        <source>Paint by Example</source>
        <translation>Paint by Example</translation>
    </message>
    <message>
        <source>Human parser</source>
        <translation>Personen-Parser</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Part of a model</source>
        <translation>Teil eines Modells</translation>
    </message>
</context>
<context>
    <name>MoveLayerEdit</name>
    <message>
        <source>Move layer</source>
        <translation>Ebene verschieben</translation>
    </message>
</context>
<context>
    <name>PaintTarget</name>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>In front of the clothes</source>
        <translation>Vor der Kleidung</translation>
    </message>
    <message>
        <source>Worn upper clothes</source>
        <translation>Getragenes Oberteil</translation>
    </message>
    <message>
        <source>Worn lower clothes</source>
        <translation>Getragenes Unterteil</translation>
    </message>
    <message>
        <source>Worn whole-body clothes</source>
        <translation>Getragene Ganzkörperkleidung</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Save the changes to “%1” before closing it?</source>
        <translation>Die Änderungen an „%1“ vor dem Schließen speichern?</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
</context>
<context>
    <name>RemoveLayerEdit</name>
    <message>
        <source>Remove layer</source>
        <translation>Ebene entfernen</translation>
    </message>
</context>
<context>
    <name>RemoveReferenceEdit</name>
    <message>
        <source>Remove reference</source>
        <translation>Referenz entfernen</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Complete a part</source>
        <translation>Einen Teil ergänzen</translation>
    </message>
    <message>
        <source>A portrait, a suit and a cap to put on it.</source>
        <translation>Ein Porträt, dazu ein Anzug und eine Mütze.</translation>
    </message>
    <message>
        <source>Try clothes on</source>
        <translation>Kleidung anprobieren</translation>
    </message>
    <message>
        <source>A person and two garments to fit.</source>
        <translation>Eine Person und zwei Kleidungsstücke zum Anpassen.</translation>
    </message>
</context>
<context>
    <name>SetPoseEdit</name>
    <message>
        <source>Set pose</source>
        <translation>Pose setzen</translation>
    </message>
    <message>
        <source>Remove pose</source>
        <translation>Pose entfernen</translation>
    </message>
</context>
<context>
    <name>WindowOptions</name>
    <message>
        <source>Completes masked parts of photos of people from reference pictures.</source>
        <translation>Ergänzt maskierte Teile von Fotos von Menschen aus Referenzbildern.</translation>
    </message>
    <message>
        <source>A photo, or a project (.ora), to open.</source>
        <translation>Ein Foto oder Projekt (.ora), das geöffnet werden soll.</translation>
    </message>
    <message>
        <source>Save a picture of the window to PNG once it is painted, and quit.</source>
        <translation>Ein Bild des Fensters als PNG speichern, sobald es gezeichnet ist, und beenden.</translation>
    </message>
    <message>
        <source>Print the milliseconds from start to first paint and to methods loaded.</source>
        <translation>Die Millisekunden vom Start bis zum ersten Bild und bis zum Laden der Verfahren ausgeben.</translation>
    </message>
    <message>
        <source>Print the longest stall of the window at exit.</source>
        <translation>Beim Beenden die längste Stockung des Fensters ausgeben.</translation>
    </message>
    <message>
        <source>Quit once the window is painted and the methods are loaded.</source>
        <translation>Beenden, sobald das Fenster gezeichnet ist und die Verfahren geladen sind.</translation>
    </message>
</context>
<context>
    <name>retailor::app::WindowPicture</name>
    <message>
        <source>The picture of the window could not be written to %1; choose a folder that can be written.</source>
        <translation>Das Bild des Fensters konnte nicht nach %1 geschrieben werden; wählen Sie einen beschreibbaren Ordner.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::BrushTool</name>
    <message>
        <source>Erase mask</source>
        <translation>Maske radieren</translation>
    </message>
    <message>
        <source>Paint mask</source>
        <translation>Maske malen</translation>
    </message>
    <message>
        <source>Erase from the marked region</source>
        <translation>Aus der Markierung radieren</translation>
    </message>
    <message>
        <source>Paint the marked region</source>
        <translation>Markierung malen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CandidateStrip</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Diese Einstellungen verwenden</translation>
    </message>
    <message>
        <source>Copy recipe</source>
        <translation>Rezept kopieren</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>Rezept speichern …</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Rezepte (*.json)</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Results appear here. Nothing changes in the photo until you apply one.</source>
        <translation>Hier erscheinen Ergebnisse. Am Foto ändert sich nichts, bis Sie eines anwenden.</translation>
    </message>
    <message>
        <source>Put this result over the photo as a layer (Enter)</source>
        <translation>Dieses Ergebnis als Ebene über das Foto legen (Eingabe)</translation>
    </message>
    <message>
        <source>Throw this result away (Delete)</source>
        <translation>Dieses Ergebnis wegwerfen (Entf)</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>Enter applies this result, Delete throws it away.</source>
        <translation>Eingabe wendet dieses Ergebnis an, Entf wirft es weg.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>Leinwand</translation>
    </message>
    <message>
        <source>The photo with its mask. Arrow keys move it, plus and minus zoom.</source>
        <translation>Das Foto mit seiner Maske. Pfeiltasten verschieben es, Plus und Minus vergrößern und verkleinern.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ClassTable</name>
    <message>
        <source>%1  not in this table</source>
        <translation>%1  nicht in dieser Tabelle</translation>
    </message>
    <message>
        <source>As what lies around it</source>
        <translation>Wie das, was darum liegt</translation>
    </message>
    <message>
        <source>Which class of the map is which part</source>
        <translation>Welche Klasse der Karte welcher Teil ist</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Part of the photo</source>
        <translation>Teil des Fotos</translation>
    </message>
    <message>
        <source>The part that “%1” goes to</source>
        <translation>Der Teil, zu dem „%1“ gehört</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CloseGuard</name>
    <message>
        <source>Save project</source>
        <translation>Projekt speichern</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CrashSafety</name>
    <message>
        <source>Retailor was ended before a photo was saved. Its state of %1 can be brought back.</source>
        <translation>Retailor wurde beendet, bevor ein Foto gespeichert war. Der Stand von %1 lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>Retailor was ended before “%1” was saved. Its state of %2 can be brought back.</source>
        <translation>Retailor wurde beendet, bevor „%1“ gespeichert war. Der Stand von %2 lässt sich zurückholen.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CurrentFit</name>
    <message>
        <source>Move pin</source>
        <translation>Stift verschieben</translation>
    </message>
    <message>
        <source>Add pin</source>
        <translation>Stift hinzufügen</translation>
    </message>
    <message>
        <source>Reset pin</source>
        <translation>Stift zurückstellen</translation>
    </message>
    <message>
        <source>Remove pin</source>
        <translation>Stift entfernen</translation>
    </message>
    <message>
        <source>Back to the automatic fit</source>
        <translation>Zurück zur automatischen Passung</translation>
    </message>
</context>
<context>
    <name>retailor::ui::DocumentFiles</name>
    <message>
        <source>Photos (*.png *.jpg *.jpeg *.tif *.tiff *.webp)</source>
        <translation>Fotos (*.png *.jpg *.jpeg *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <source>Projects (*.ora)</source>
        <translation>Projekte (*.ora)</translation>
    </message>
    <message>
        <source>Photos and projects (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.ora)</source>
        <translation>Fotos und Projekte (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.ora)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <source>Recovering unsaved work…</source>
        <translation>Ungespeicherte Arbeit wird zurückgeholt …</translation>
    </message>
</context>
<context>
    <name>retailor::ui::DownloadDialog</name>
    <message>
        <source>Show what would be downloaded</source>
        <translation>Zeigen, was heruntergeladen würde</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>Ein Modell herunterladen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Files of the model</source>
        <translation>Dateien des Modells</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>A folder with a copy of the model</source>
        <translation>Ein Ordner mit einer Kopie des Modells</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>The folder for the model&apos;s files</source>
        <translation>Der Ordner für die Dateien des Modells</translation>
    </message>
    <message>
        <source>The address of a hub or of a mirror of it, or a folder with a copy of the model&apos;s files</source>
        <translation>Die Adresse eines Hubs oder eines Spiegels davon, oder ein Ordner mit einer Kopie der Dateien</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Published as %1 under the licence %2. Read it before you use the model.</source>
        <translation>Veröffentlicht als %1 unter der Lizenz %2. Lesen Sie sie, bevor Sie das Modell verwenden.</translation>
    </message>
    <message>
        <source>Asking for sizes and hashes</source>
        <translation>Größen und Prüfsummen werden erfragt</translation>
    </message>
    <message>
        <source>%1, there already</source>
        <translation>%1, schon da</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>%1 to download.</source>
        <translation>%1 herunterzuladen.</translation>
    </message>
    <message>
        <source>Everything is there already.</source>
        <translation>Alles ist schon da.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>The model is there, and its hashes are right.</source>
        <translation>Das Modell ist da, und seine Prüfsummen stimmen.</translation>
    </message>
    <message>
        <source>Stopped. The next download goes on from here.</source>
        <translation>Angehalten. Der nächste Download macht hier weiter.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::DropZones</name>
    <message>
        <source>Places to drop a picture</source>
        <translation>Ablageflächen für ein Bild</translation>
    </message>
    <message>
        <source>Open as photo</source>
        <translation>Als Foto öffnen</translation>
    </message>
    <message>
        <source>Use as mask</source>
        <translation>Als Maske verwenden</translation>
    </message>
    <message>
        <source>Parts from a parsing map</source>
        <translation>Teile aus einer Parsing-Karte</translation>
    </message>
</context>
<context>
    <name>retailor::ui::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>retailor::ui::EllipseTool</name>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ExportDialog</name>
    <message>
        <source>8 of the photo&apos;s 16 bits per channel, %1. PNG and TIFF keep all.</source>
        <translation>8 der 16 Bit je Kanal des Fotos, %1. PNG und TIFF behalten alle.</translation>
    </message>
    <message>
        <source>%1 bits per channel, %2, as the photo</source>
        <translation>%1 Bit je Kanal, %2, wie das Foto</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation>Verlustfrei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Keep everything but the place</source>
        <translation>Alles außer dem Ort behalten</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Alles entfernen</translation>
    </message>
    <message>
        <source>Mark the picture as partly generated</source>
        <translation>Das Bild als teilweise erzeugt kennzeichnen</translation>
    </message>
    <message>
        <source>Embed the recipe of the newest result</source>
        <translation>Das Rezept des neuesten Ergebnisses einbetten</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>There is no applied and visible result.</source>
        <translation>Es gibt kein angewandtes und sichtbares Ergebnis.</translation>
    </message>
    <message>
        <source>Writes the IPTC digital source type, by which other programs can tell.</source>
        <translation>Schreibt den IPTC-Herkunftstyp, an dem andere Programme es erkennen.</translation>
    </message>
    <message>
        <source>With it, Retailor can make the same result again from the same pictures.</source>
        <translation>Damit kann Retailor aus denselben Bildern dasselbe Ergebnis noch einmal erzeugen.</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <source>Give the file a name that ends in .png, .jpg, .tif or .webp.</source>
        <translation>Geben Sie der Datei einen Namen, der auf .png, .jpg, .tif oder .webp endet.</translation>
    </message>
    <message>
        <source>“%1” is the photo you opened. Replace it? The original cannot be brought back.</source>
        <translation>„%1“ ist das geöffnete Foto. Ersetzen? Das Original lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Replace the photo</source>
        <translation>Foto ersetzen</translation>
    </message>
    <message>
        <source>“%1” exists. Replace it?</source>
        <translation>„%1“ ist schon da. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Open a photo or project</source>
        <translation>Foto oder Projekt öffnen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FitGuide</name>
    <message>
        <source>Fitting a garment</source>
        <translation>Ein Kleidungsstück anpassen</translation>
    </message>
    <message>
        <source>Use the mask</source>
        <translation>Maske verwenden</translation>
    </message>
    <message>
        <source>What is masked becomes the worn garment, and the mask is cleared.</source>
        <translation>Was maskiert ist, wird zum getragenen Kleidungsstück; die Maske wird geleert.</translation>
    </message>
    <message>
        <source>Paint it by hand</source>
        <translation>Von Hand malen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>1 of 3</source>
        <translation>1 von 3</translation>
    </message>
    <message>
        <source>%1: add with brush or lasso, take away with the eraser. Leave out hands, hair and bags.</source>
        <translation>%1: mit Pinsel oder Lasso ergänzen, mit dem Radierer wegnehmen. Hände, Haare und Taschen gehören nicht dazu.</translation>
    </message>
    <message>
        <source>2 of 3</source>
        <translation>2 von 3</translation>
    </message>
    <message>
        <source>Paint over hands, hair or bags that lie before the clothes; they stay as they are.</source>
        <translation>Übermalen Sie Hände, Haare oder Taschen, die vor der Kleidung liegen; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>3 of 3</source>
        <translation>3 von 3</translation>
    </message>
    <message>
        <source>More clicks</source>
        <translation>Mehr anklicken</translation>
    </message>
    <message>
        <source>Say by clicking what else belongs to it, and what does not</source>
        <translation>Durch Klicks sagen, was noch dazugehört und was nicht</translation>
    </message>
    <message>
        <source>Click the %1 that the person wears.</source>
        <translation>Klicken Sie auf %1 der Person.</translation>
    </message>
    <message>
        <source>Drag the pins, with Shift both of a cuff. Double click adds one and puts a moved one back, right click offers more. Then press Generate.</source>
        <translation>Ziehen Sie die Stifte, mit der Umschalttaste beide eines Ärmels. Doppelklick setzt einen oder stellt einen verschobenen zurück, Rechtsklick bietet mehr. Danach „Erzeugen“.</translation>
    </message>
    <message>
        <source>Click what else belongs to it; with Alt held, what does not.</source>
        <translation>Klicken Sie an, was noch dazugehört; mit gedrückter Alt-Taste, was nicht.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FitHandles</name>
    <message>
        <source>Move pin</source>
        <translation>Stift verschieben</translation>
    </message>
    <message>
        <source>%1 — drag to move, double click to reset</source>
        <translation>%1 — ziehen verschiebt, Doppelklick stellt zurück</translation>
    </message>
    <message>
        <source>Double click to add a pin</source>
        <translation>Doppelklick setzt einen Stift</translation>
    </message>
    <message>
        <source>%1 — drag to move, with Shift its other end too; double click to reset</source>
        <translation>%1 — ziehen zum Bewegen, mit der Umschalttaste auch das andere Ende; Doppelklick stellt zurück</translation>
    </message>
    <message>
        <source>%1: further, the cloth would fold</source>
        <translation>%1: weiter, und der Stoff schlüge um</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FitPanel</name>
    <message>
        <source>Working on the fit…</source>
        <translation>Die Passung wird berechnet …</translation>
    </message>
    <message>
        <source>Bends and shades the picture you give; it draws no hidden skin and no new folds.</source>
        <translation>Biegt und schattiert das gegebene Bild; verdeckte Haut und neue Falten zeichnet es nicht.</translation>
    </message>
    <message>
        <source>Garment</source>
        <translation>Kleidungsstück</translation>
    </message>
    <message>
        <source>What its outline is read as.</source>
        <translation>Als was sein Umriss gelesen wird.</translation>
    </message>
    <message>
        <source>Follow folds</source>
        <translation>Falten folgen</translation>
    </message>
    <message>
        <source>How strongly the folds of the worn garment shade the new one.</source>
        <translation>Wie stark die Falten des getragenen Stücks das neue schattieren.</translation>
    </message>
    <message>
        <source>Tight – loose</source>
        <translation>Eng – weit</translation>
    </message>
    <message>
        <source>Narrower or wider than the worn garment.</source>
        <translation>Enger oder weiter als das getragene Stück.</translation>
    </message>
    <message>
        <source>Keep length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How long hem and sleeves are drawn.</source>
        <translation>Wie lang Saum und Ärmel gezeichnet werden.</translation>
    </message>
    <message>
        <source>Where it differs clearly</source>
        <translation>Eigene, wo deutlich anders</translation>
    </message>
    <message>
        <source>Always the garment&apos;s own</source>
        <translation>Immer die eigene</translation>
    </message>
    <message>
        <source>As long as the worn one</source>
        <translation>Wie das getragene Stück</translation>
    </message>
    <message>
        <source>Where it leaves bare</source>
        <translation>Unbedecktes</translation>
    </message>
    <message>
        <source>What becomes of the worn garment where the new one does not cover it.</source>
        <translation>Was aus dem getragenen Stück wird, wo das neue es nicht bedeckt.</translation>
    </message>
    <message>
        <source>Fill, but keep old sleeves</source>
        <translation>Füllen, aber alte Ärmel behalten</translation>
    </message>
    <message>
        <source>Fill from around it</source>
        <translation>Aus der Umgebung füllen</translation>
    </message>
    <message>
        <source>Keep the old cloth</source>
        <translation>Alten Stoff behalten</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>The pin at hand. On the canvas Tab goes to the next, arrow keys move it.</source>
        <translation>Der gewählte Stift. Auf der Leinwand geht Tab zum nächsten, die Pfeiltasten verschieben ihn.</translation>
    </message>
    <message>
        <source>Reset this pin</source>
        <translation>Diesen Stift zurückstellen</translation>
    </message>
    <message>
        <source>Puts this pin back where the automatic fit had it (double click on it)</source>
        <translation>Stellt diesen Stift dorthin zurück, wo die automatische Passung ihn hatte (Doppelklick darauf)</translation>
    </message>
    <message>
        <source>Remove this pin</source>
        <translation>Diesen Stift entfernen</translation>
    </message>
    <message>
        <source>Remove this pin (Delete)</source>
        <translation>Diesen Stift entfernen (Entf)</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Show the mesh that bends the cloth</source>
        <translation>Das Netz zeigen, das den Stoff biegt</translation>
    </message>
    <message>
        <source>Back to the automatic fit</source>
        <translation>Zurück zur automatischen Passung</translation>
    </message>
    <message>
        <source>Takes all your pins away</source>
        <translation>Nimmt alle eigenen Stifte weg</translation>
    </message>
    <message>
        <source>Flip left and right</source>
        <translation>Links und rechts tauschen</translation>
    </message>
    <message>
        <source>Turns the garment over, left to right</source>
        <translation>Spiegelt das Kleidungsstück</translation>
    </message>
    <message>
        <source>Worn garment…</source>
        <translation>Getragenes Stück …</translation>
    </message>
    <message>
        <source>Mark or correct the garment that the person wears</source>
        <translation>Markieren oder verbessern, was die Person trägt</translation>
    </message>
    <message>
        <source>In front…</source>
        <translation>Davor …</translation>
    </message>
    <message>
        <source>Mark hands, hair or bags that lie before the clothes</source>
        <translation>Hände, Haare oder Taschen markieren, die vor der Kleidung liegen</translation>
    </message>
    <message>
        <source>Do not fit</source>
        <translation>Nicht anpassen</translation>
    </message>
    <message>
        <source>Uses the picture as it is, without bending it</source>
        <translation>Verwendet das Bild, wie es ist, ohne es zu biegen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Follow outline</source>
        <translation>Umriss folgen</translation>
    </message>
    <message>
        <source>At 0 % the garment keeps its own outline between the pins.</source>
        <translation>Bei 0 % behält das Stück zwischen den Stiften seinen eigenen Umriss.</translation>
    </message>
    <message>
        <source>Stiffness</source>
        <translation>Steifheit</translation>
    </message>
    <message>
        <source>The stiffer, the less the outline bends the cloth.</source>
        <translation>Je steifer, desto weniger biegt der Umriss den Stoff.</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Darker or lighter than its picture.</source>
        <translation>Dunkler oder heller als sein Bild.</translation>
    </message>
    <message>
        <source> stops</source>
        <translation> Blenden</translation>
    </message>
    <message>
        <source>Cool – warm</source>
        <translation>Kühl – warm</translation>
    </message>
    <message>
        <source>The colour of the light on it.</source>
        <translation>Die Farbe des Lichts darauf.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Lies on the body</source>
        <translation>Liegt am Körper an</translation>
    </message>
    <message>
        <source>Away from the body</source>
        <translation>Vom Körper weg</translation>
    </message>
    <message>
        <source>Left sleeve</source>
        <translation>Linker Ärmel</translation>
    </message>
    <message>
        <source>Whether the sleeve on the left of the picture lies on the body.</source>
        <translation>Ob der Ärmel links im Bild am Körper anliegt.</translation>
    </message>
    <message>
        <source>Right sleeve</source>
        <translation>Rechter Ärmel</translation>
    </message>
    <message>
        <source>Whether the sleeve on the right of the picture lies on the body.</source>
        <translation>Ob der Ärmel rechts im Bild am Körper anliegt.</translation>
    </message>
    <message>
        <source>Sleeves lie over the body</source>
        <translation>Ärmel liegen über dem Körper</translation>
    </message>
    <message>
        <source>Off: the body covers them.</source>
        <translation>Aus: Der Körper verdeckt sie.</translation>
    </message>
    <message>
        <source>Cut out from</source>
        <translation>Ausschneiden ab</translation>
    </message>
    <message>
        <source>How far a colour must be from the backdrop to count as cloth. Lower it for white on white.</source>
        <translation>Wie weit eine Farbe vom Hintergrund abweichen muss, um als Stoff zu gelten. Für Weiß auf Weiß verringern.</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Gaps are see-through</source>
        <translation>Lücken sind durchsichtig</translation>
    </message>
    <message>
        <source>Patches of the backdrop&apos;s colour inside the garment are holes.</source>
        <translation>Flecken in der Farbe des Hintergrunds sind Löcher.</translation>
    </message>
    <message>
        <source>Take away the inside of the collar</source>
        <translation>Innenseite des Kragens wegnehmen</translation>
    </message>
    <message>
        <source>The back of the neckline that a flat garment shows.</source>
        <translation>Den hinteren Ausschnitt, den ein liegendes Stück zeigt.</translation>
    </message>
    <message>
        <source>Collar edge</source>
        <translation>Kragenkante</translation>
    </message>
    <message>
        <source>Where the collar is cut, if the strongest edge is the wrong one.</source>
        <translation>Wo der Kragen geschnitten wird, wenn die stärkste Kante die falsche ist.</translation>
    </message>
    <message>
        <source>Strongest</source>
        <translation>Die stärkste</translation>
    </message>
    <message>
        <source>Next deeper</source>
        <translation>Die nächsttiefere</translation>
    </message>
    <message>
        <source>Third</source>
        <translation>Die dritte</translation>
    </message>
    <message>
        <source>Fourth</source>
        <translation>Die vierte</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Keiner gewählt</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FitWarningList</name>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FolderList</name>
    <message>
        <source>Folders that are searched for models</source>
        <translation>Ordner, in denen Modelle gesucht werden</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Search another folder for models</source>
        <translation>Modelle in einem weiteren Ordner suchen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Search this folder no longer; nothing in it is deleted</source>
        <translation>Nicht mehr in diesem Ordner suchen; darin wird nichts gelöscht</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Search this folder earlier</source>
        <translation>Diesen Ordner früher durchsuchen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Search this folder later</source>
        <translation>Diesen Ordner später durchsuchen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht vorhanden)</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <translation>Ein Ordner mit Modellen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::GarmentFitting</name>
    <message>
        <source>Reset this pin</source>
        <translation>Diesen Stift zurückstellen</translation>
    </message>
    <message>
        <source>Remove this pin</source>
        <translation>Diesen Stift entfernen</translation>
    </message>
    <message>
        <source>Fitting…</source>
        <translation>Wird angepasst …</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Fit to the person</source>
        <translation>Der Person anpassen</translation>
    </message>
    <message>
        <source>Mark the worn garment</source>
        <translation>Getragenes Stück markieren</translation>
    </message>
    <message>
        <source>Use the mask as the worn garment</source>
        <translation>Maske als getragenes Stück verwenden</translation>
    </message>
    <message>
        <source>Do not fit</source>
        <translation>Nicht anpassen</translation>
    </message>
    <message>
        <source>Pin: %1</source>
        <translation>Stift: %1</translation>
    </message>
    <message>
        <source>%1 is fitted to the same place. Set its weight to 0 % to leave it out.</source>
        <translation>%1 ist an derselben Stelle angepasst. Setzen Sie sein Gewicht auf 0 %, um es wegzulassen.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::GeneralPage</name>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>Processor threads of a run</source>
        <translation>Prozessor-Threads eines Laufs</translation>
    </message>
    <message>
        <source>Fewer leave room for other programs. The result is the same with any number.</source>
        <translation>Weniger lassen anderen Programmen Platz. Das Ergebnis ist mit jeder Zahl dasselbe.</translation>
    </message>
    <message>
        <source>Previews a second, at most</source>
        <translation>Höchstens so viele Vorschauen je Sekunde</translation>
    </message>
    <message>
        <source>Both take effect with the next run.</source>
        <translation>Beides gilt ab dem nächsten Lauf.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Retailor</source>
        <translation>Ü&amp;ber Retailor</translation>
    </message>
    <message>
        <source>About Retailor</source>
        <translation>Über Retailor</translation>
    </message>
    <message>
        <source>Retailor %1

Completes masked parts of photos of people from reference pictures. Everything runs on this machine; nothing leaves it unasked.

Licence: GNU General Public License, version 3 or later.</source>
        <translation>Retailor %1

Ergänzt maskierte Teile von Fotos von Menschen aus Referenzbildern. Alles läuft auf diesem Rechner; nichts verlässt ihn ungefragt.

Lizenz: GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::KeySheet</name>
    <message>
        <source>On the canvas</source>
        <translation>Auf der Leinwand</translation>
    </message>
    <message>
        <source>See the original</source>
        <translation>Das Original sehen</translation>
    </message>
    <message>
        <source>hold Tab</source>
        <translation>Tab halten</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <source>Space + drag, middle button</source>
        <translation>Leertaste + ziehen, mittlere Taste</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Add with any tool</source>
        <translation>Mit jedem Werkzeug hinzufügen</translation>
    </message>
    <message>
        <source>hold Shift</source>
        <translation>Umschalt halten</translation>
    </message>
    <message>
        <source>Subtract with any tool</source>
        <translation>Mit jedem Werkzeug abziehen</translation>
    </message>
    <message>
        <source>hold Alt</source>
        <translation>Alt halten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close scissors, apply scribbles</source>
        <translation>Schere schließen, Striche anwenden</translation>
    </message>
    <message>
        <source>Enter, double-click</source>
        <translation>Eingabe, Doppelklick</translation>
    </message>
    <message>
        <source>Take back an anchor or a stroke</source>
        <translation>Anker oder Strich zurücknehmen</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Drop as mask or parsing map</source>
        <translation>Als Maske oder Parsing-Karte ablegen</translation>
    </message>
    <message>
        <source>hold Ctrl</source>
        <translation>Strg halten</translation>
    </message>
</context>
<context>
    <name>retailor::ui::LassoTool</name>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
</context>
<context>
    <name>retailor::ui::LayerRow</name>
    <message>
        <source>Name of the layer</source>
        <translation>Name der Ebene</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 einblenden</translation>
    </message>
    <message>
        <source>Hide this layer</source>
        <translation>Diese Ebene ausblenden</translation>
    </message>
    <message>
        <source>Show this layer</source>
        <translation>Diese Ebene einblenden</translation>
    </message>
    <message>
        <source>The photo stays as it is; results lie over it.</source>
        <translation>Das Foto bleibt, wie es ist; Ergebnisse liegen darüber.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::LayersPanel</name>
    <message>
        <source>Layers, top first</source>
        <translation>Ebenen, oberste zuerst</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation>Ebene nach oben</translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation>Ebene nach unten</translation>
    </message>
    <message>
        <source>Remove the layer (Delete)</source>
        <translation>Ebene entfernen (Entf)</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo, locked</source>
        <translation>Foto, gesperrt</translation>
    </message>
</context>
<context>
    <name>retailor::ui::LoraList</name>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Choose files with low-rank changes (LoRA) of the model: .safetensors, .bin, .pt</source>
        <translation>Dateien mit Änderungen des Modells (LoRA) wählen: .safetensors, .bin, .pt</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>Stärke von %1</translation>
    </message>
    <message>
        <source>How strongly it changes the model; below zero it works against what it was trained to do.</source>
        <translation>Wie stark sie das Modell ändert; unter null wirkt sie dem Gelernten entgegen.</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <source>Run without it; the file stays</source>
        <translation>Ohne sie arbeiten; die Datei bleibt</translation>
    </message>
    <message>
        <source>LoRA files</source>
        <translation>LoRA-Dateien</translation>
    </message>
    <message>
        <source>LoRA files (*.safetensors *.bin *.pt *.pth *.ckpt)</source>
        <translation>LoRA-Dateien (*.safetensors *.bin *.pt *.pth *.ckpt)</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MainWindow</name>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Working on the mask</source>
        <translation>Die Maske wird bearbeitet</translation>
    </message>
    <message>
        <source>Drag inside to move, a corner to scale, the knob above to turn. Enter finishes.</source>
        <translation>Innen ziehen verschiebt, eine Ecke skaliert, der Knopf darüber dreht. Eingabe beendet.</translation>
    </message>
    <message>
        <source>%1[*] — Retailor</source>
        <translation>%1[*] — Retailor</translation>
    </message>
    <message>
        <source>Retailor</source>
        <translation>Retailor</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Telling the parts apart</source>
        <translation>Teile werden unterschieden</translation>
    </message>
    <message>
        <source>Reading the parsing map</source>
        <translation>Parsing-Karte wird gelesen</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>Writing the marked parts</source>
        <translation>Die markierten Teile werden geschrieben</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MapQuestions</name>
    <message>
        <source>&amp;Cut faces off below the chin</source>
        <translation>&amp;Gesichter unter dem Kinn abschneiden</translation>
    </message>
    <message>
        <source>Faces of these labels often go on down the neck, which then counts as skin. The chin is found on the photo.</source>
        <translation>Gesichter dieser Beschriftung reichen oft bis zum Hals hinab, der dann als Haut zählt. Das Kinn wird auf dem Foto gefunden.</translation>
    </message>
    <message>
        <source>Looking for faces on the photo …</source>
        <translation>Auf dem Foto werden Gesichter gesucht …</translation>
    </message>
    <message>
        <source>No face seen from the front was found on the photo.</source>
        <translation>Auf dem Foto wurde kein von vorn gesehenes Gesicht gefunden.</translation>
    </message>
    <message>
        <source>S&amp;tretch it to the photo</source>
        <translation>Auf das Foto &amp;strecken</translation>
    </message>
    <message>
        <source>&amp;Divide whole-body clothes at the waist</source>
        <translation>Ganzkörperkleidung an der &amp;Taille teilen</translation>
    </message>
    <message>
        <source>Which way the map lies</source>
        <translation>Wie die Karte liegt</translation>
    </message>
    <message>
        <source>Found out</source>
        <translation>Wird erkannt</translation>
    </message>
    <message>
        <source>As it lies</source>
        <translation>Wie sie liegt</translation>
    </message>
    <message>
        <source>A quarter to the right</source>
        <translation>Ein Viertel nach rechts</translation>
    </message>
    <message>
        <source>A quarter to the left</source>
        <translation>Ein Viertel nach links</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Auf dem Kopf</translation>
    </message>
    <message>
        <source>A dress or an overall then counts as upper and lower clothes, so that half of it can be replaced.</source>
        <translation>Ein Kleid oder Overall zählt dann als Ober- und Unterbekleidung, sodass sich die Hälfte davon ersetzen lässt.</translation>
    </message>
    <message>
        <source>T&amp;urned</source>
        <translation>Ge&amp;dreht</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MaskCanvas</name>
    <message>
        <source>The reference; what is shaded does not count</source>
        <translation>Die Referenz; was schattiert ist, zählt nicht</translation>
    </message>
    <message>
        <source>Preparing the picture…</source>
        <translation>Das Bild wird vorbereitet …</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MaskEditor</name>
    <message>
        <source>What counts of “%1”</source>
        <translation>Was von „%1“ zählt</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Brush: this counts (B)</source>
        <translation>Pinsel: das zählt (B)</translation>
    </message>
    <message>
        <source>Eraser: this does not count (E)</source>
        <translation>Radierer: das zählt nicht (E)</translation>
    </message>
    <message>
        <source>Box: find the object inside it (M)</source>
        <translation>Rahmen: das Objekt darin finden (M)</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
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
        <source>Invert: swap what counts</source>
        <translation>Umkehren: tauschen, was zählt</translation>
    </message>
    <message>
        <source>The whole picture counts</source>
        <translation>Das ganze Bild zählt</translation>
    </message>
    <message>
        <source>Finding the object in the box…</source>
        <translation>Das Objekt im Rahmen wird gesucht …</translation>
    </message>
    <message>
        <source>Nothing of this picture counts now. Paint over the part that counts, or let the whole picture count.</source>
        <translation>Von diesem Bild zählt jetzt nichts. Übermalen Sie den Teil, der zählt, oder lassen Sie das ganze Bild zählen.</translation>
    </message>
    <message>
        <source>Smart scissors: click along an edge, double-click to close (S)</source>
        <translation>Intelligente Schere: an einer Kante entlang klicken, Doppelklick schließt (S)</translation>
    </message>
    <message>
        <source>Ellipse: what is inside counts; with Alt no longer (O)</source>
        <translation>Ellipse: Was darin liegt, zählt; mit Alt nicht mehr (O)</translation>
    </message>
    <message>
        <source>Wand: what has the clicked colour counts; with Alt no longer (W)</source>
        <translation>Zauberstab: Was die angeklickte Farbe hat, zählt; mit Alt nicht mehr (W)</translation>
    </message>
    <message>
        <source>Scribble on what counts, and with Alt on what does not: all like it follows (R)</source>
        <translation>Stricheln Sie auf dem, was zählt, und mit Alt auf dem, was nicht zählt: Alles Ähnliche folgt (R)</translation>
    </message>
    <message>
        <source>A mask or parsing map from a file…</source>
        <translation>Eine Maske oder Parsing-Karte aus einer Datei …</translation>
    </message>
    <message>
        <source>What is shaded does not count. Draw a box round an object, trace it with smart scissors, or scribble on it (Alt: on what does not count), then mend the edge with brush and eraser.</source>
        <translation>Was abgedunkelt ist, zählt nicht. Ziehen Sie einen Rahmen um ein Objekt, fahren Sie es mit der intelligenten Schere nach, oder stricheln Sie darauf (mit Alt: auf dem, was nicht zählt); bessern Sie dann den Rand mit Pinsel und Radierer aus.</translation>
    </message>
    <message>
        <source>Finding what has that colour…</source>
        <translation>Was diese Farbe hat, wird gesucht …</translation>
    </message>
    <message>
        <source>Telling apart what counts…</source>
        <translation>Was zählt, wird unterschieden …</translation>
    </message>
    <message>
        <source>A mask or parsing map for “%1”</source>
        <translation>Eine Maske oder Parsing-Karte für „%1“</translation>
    </message>
    <message>
        <source>Masks and parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)</source>
        <translation>Masken und Parsing-Karten (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading the mask…</source>
        <translation>Die Maske wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing was found that way. Draw it more closely round the object, or choose another tool.</source>
        <translation>So wurde nichts gefunden. Zeichnen Sie enger um das Objekt, oder wählen Sie ein anderes Werkzeug.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MaskMenu</name>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <source>&amp;Grow…</source>
        <translation>&amp;Vergrößern …</translation>
    </message>
    <message>
        <source>Grow by how many pixels?</source>
        <translation>Um wie viele Pixel vergrößern?</translation>
    </message>
    <message>
        <source>&amp;Shrink…</source>
        <translation>Ver&amp;kleinern …</translation>
    </message>
    <message>
        <source>Shrink by how many pixels?</source>
        <translation>Um wie viele Pixel verkleinern?</translation>
    </message>
    <message>
        <source>&amp;Feather…</source>
        <translation>&amp;Weiche Kante …</translation>
    </message>
    <message>
        <source>Soften the edge over how many pixels each side?</source>
        <translation>Die Kante über wie viele Pixel je Seite weichzeichnen?</translation>
    </message>
    <message>
        <source>&amp;Clean…</source>
        <translation>&amp;Säubern …</translation>
    </message>
    <message>
        <source>Fill holes and drop islands smaller than how many pixels?</source>
        <translation>Löcher füllen und Inseln entfernen, die kleiner sind als wie viele Pixel?</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>&amp;Umkehren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Mask: %1</source>
        <translation>Maske: %1</translation>
    </message>
    <message>
        <source>Mask from a file</source>
        <translation>Maske aus einer Datei</translation>
    </message>
    <message>
        <source>The mask %1 is %2 × %3 pixels, but the photo is %4 × %5; use a mask of the photo&apos;s size.</source>
        <translation>Die Maske %1 hat %2 × %3 Pixel, das Foto aber %4 × %5; verwenden Sie eine Maske in der Größe des Fotos.</translation>
    </message>
    <message>
        <source>Parts from a &amp;parsing map…</source>
        <translation>Teile aus einer &amp;Parsing-Karte …</translation>
    </message>
    <message>
        <source>Find the parts &amp;with a parser…</source>
        <translation>Teile mit einem Parser &amp;finden …</translation>
    </message>
    <message>
        <source>S&amp;uggest parts from the face</source>
        <translation>Teile nach dem &amp;Gesicht vorschlagen</translation>
    </message>
    <message>
        <source>Sa&amp;ve the marked parts…</source>
        <translation>Markierte Teile &amp;speichern …</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Mitteilung schließen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ModelChoice</name>
    <message>
        <source>Automatic: %1</source>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <source>The model that fits best</source>
        <translation>Das Modell, das am besten passt</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ModelTree</name>
    <message>
        <source>Models that were found, and their parts</source>
        <translation>Gefundene Modelle und ihre Teile</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>etwas fehlt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ModelsPage</name>
    <message>
        <source>Reading %1 of %2</source>
        <translation>%1 von %2 wird gelesen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read every byte of the chosen model: its hashes, and whether all is there and sound</source>
        <translation>Jedes Byte des gewählten Modells lesen: Prüfsummen, und ob alles da und heil ist</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen …</translation>
    </message>
    <message>
        <source>Get a public model; its licence and size are shown first</source>
        <translation>Ein öffentliches Modell holen; Lizenz und Größe werden zuerst gezeigt</translation>
    </message>
    <message>
        <source>About the chosen model</source>
        <translation>Über das gewählte Modell</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Search the folders again</source>
        <translation>Die Ordner noch einmal durchsuchen</translation>
    </message>
    <message>
        <source>Folders that are searched for models, in this order. Nothing in them is changed, and nothing is downloaded unless you ask.</source>
        <translation>In diesen Ordnern werden Modelle gesucht, in dieser Reihenfolge. Nichts darin wird verändert, und nichts wird ungefragt heruntergeladen.</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht …</translation>
    </message>
    <message>
        <source>No model was found. Add the folder of one, or put one into a folder above.</source>
        <translation>Es wurde kein Modell gefunden. Fügen Sie seinen Ordner hinzu, oder legen Sie eines in einen der Ordner oben.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ObjectTool</name>
    <message>
        <source>Object box</source>
        <translation>Objektrahmen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ParserDialog</name>
    <message>
        <source>Find the parts</source>
        <translation>Teile finden</translation>
    </message>
    <message>
        <source>Model folders…</source>
        <translation>Modellordner …</translation>
    </message>
    <message>
        <source>Find the parts with a parser</source>
        <translation>Teile mit einem Parser finden</translation>
    </message>
    <message>
        <source>Human parser</source>
        <translation>Personen-Parser</translation>
    </message>
    <message>
        <source>Looking for human parsers</source>
        <translation>Personen-Parser werden gesucht</translation>
    </message>
    <message>
        <source>No human parser was found: put the folder of one, for example mattmdjaga/segformer_b2_clothes from Hugging Face (config.json, model.safetensors, preprocessor_config.json; 110 MB), into %1 or into another model folder.</source>
        <translation>Kein Personen-Parser gefunden: Legen Sie den Ordner von einem, zum Beispiel mattmdjaga/segformer_b2_clothes von Hugging Face (config.json, model.safetensors, preprocessor_config.json; 110 MB), in %1 oder in einen anderen Modellordner.</translation>
    </message>
    <message>
        <source>Its folder does not tell its licence.</source>
        <translation>Sein Ordner nennt keine Lizenz.</translation>
    </message>
    <message>
        <source>Licence, as its folder tells: %1.</source>
        <translation>Lizenz laut seinem Ordner: %1.</translation>
    </message>
    <message>
        <source>The encoder of every SegFormer began as NVIDIA&apos;s MiT, whose licence allows research and evaluation only.</source>
        <translation>Der Encoder jedes SegFormers entstand aus NVIDIAs MiT, dessen Lizenz nur Forschung und Bewertung erlaubt.</translation>
    </message>
    <message>
        <source>Looking for the parts of the person</source>
        <translation>Teile der Person werden gesucht</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ParsingImport</name>
    <message>
        <source>Open a parsing map</source>
        <translation>Parsing-Karte öffnen</translation>
    </message>
    <message>
        <source>Parts from a parsing map</source>
        <translation>Teile aus einer Parsing-Karte</translation>
    </message>
    <message>
        <source>Parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)</source>
        <translation>Parsing-Karten (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ParsingMapDialog</name>
    <message>
        <source>Use these</source>
        <translation>Diese verwenden</translation>
    </message>
    <message>
        <source>Parts of the photo from “%1”</source>
        <translation>Teile des Fotos aus „%1“</translation>
    </message>
    <message>
        <source>The photo with the parts that the map shows</source>
        <translation>Das Foto mit den Teilen, die die Karte zeigt</translation>
    </message>
    <message>
        <source>What its labels mean</source>
        <translation>Was ihre Nummern bedeuten</translation>
    </message>
    <message>
        <source>The parts found</source>
        <translation>Die gefundenen Teile</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Mark on the photo</source>
        <translation>Auf dem Foto markieren</translation>
    </message>
    <message>
        <source>May change</source>
        <translation>Darf sich ändern</translation>
    </message>
    <message>
        <source>Marks it as worn, for fitting and replacing clothes; arms, hands and bags as lying in front.</source>
        <translation>Markiert es als getragen, zum Anpassen und Ersetzen von Kleidung; Arme, Hände und Taschen als davor liegend.</translation>
    </message>
    <message>
        <source>Adds it to the mask.</source>
        <translation>Fügt es der Maske hinzu.</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Nummern</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>Which labels are which parts</source>
        <translation>Welche Nummern welche Teile sind</translation>
    </message>
    <message>
        <source>Schemes (*.json)</source>
        <translation>Zuordnungen (*.json)</translation>
    </message>
    <message>
        <source>These labels are coarse: correct the parts with the brush afterwards.</source>
        <translation>Diese Nummern sind grob: Bessern Sie die Teile danach mit dem Pinsel nach.</translation>
    </message>
    <message>
        <source>The map could be of another kind too. Check that the parts lie right, or choose other labels above.</source>
        <translation>Die Karte könnte auch von anderer Art sein. Prüfen Sie, ob die Teile richtig liegen, oder wählen Sie oben andere Nummern.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Sa&amp;ve table…</source>
        <translation>Tabelle s&amp;peichern …</translation>
    </message>
    <message>
        <source>&amp;Parts</source>
        <translation>&amp;Teile</translation>
    </message>
    <message>
        <source>&amp;Classes of the map</source>
        <translation>&amp;Klassen der Karte</translation>
    </message>
    <message>
        <source>Writes which class is which part into a file, to be taken again with “From a file…”.</source>
        <translation>Schreibt in eine Datei, welche Klasse welcher Teil ist; „Aus einer Datei …“ holt sie wieder.</translation>
    </message>
    <message>
        <source>My table, after %1</source>
        <translation>Eigene Tabelle nach %1</translation>
    </message>
    <message>
        <source>Save which class is which part</source>
        <translation>Speichern, welche Klasse welcher Teil ist</translation>
    </message>
    <message>
        <source>Saved. “From a file…” under Labels takes it again.</source>
        <translation>Gespeichert. „Aus einer Datei …“ bei den Beschriftungen holt sie wieder.</translation>
    </message>
    <message>
        <source>Choose a part for each class that shows one.</source>
        <translation>Wählen Sie für jede Klasse, die einen Teil zeigt, diesen Teil.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PartsExport</name>
    <message>
        <source>No part is marked on the photo yet. Mark one with a tool, or bring in a parsing map.</source>
        <translation>Auf dem Foto ist noch kein Teil markiert. Markieren Sie einen mit einem Werkzeug, oder holen Sie eine Parsing-Karte.</translation>
    </message>
    <message>
        <source>A folder for the masks of the parts</source>
        <translation>Ein Ordner für die Masken der Teile</translation>
    </message>
    <message numerus="yes">
        <source>%n files with the marked parts were written into %1.</source>
        <translation>
            <numerusform>%n Datei mit den markierten Teilen wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Dateien mit den markierten Teilen wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>retailor::ui::PartsSuggestion</name>
    <message>
        <source>No face was found. Scribble on the parts yourself (R), or bring in a parsing map.</source>
        <translation>Es wurde kein Gesicht gefunden. Stricheln Sie selbst auf den Teilen (R), oder holen Sie eine Parsing-Karte.</translation>
    </message>
    <message>
        <source>This is a guess from the face, for someone who stands upright. Mend it with strokes, with Alt on what is none of the parts; Enter marks the parts, Esc discards them.</source>
        <translation>Das ist vom Gesicht aus geraten, für jemanden, der aufrecht steht. Verbessern Sie es mit Strichen, mit Alt auf dem, was keiner der Teile ist; Eingabe markiert die Teile, Esc verwirft sie.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PercentSlider</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PoseField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a DensePose picture of the photo&apos;s size: it says how the person stands</source>
        <translation>Ein DensePose-Bild in der Größe des Fotos wählen: es sagt, wie die Person steht</translation>
    </message>
    <message>
        <source>Take out the pose</source>
        <translation>Pose herausnehmen</translation>
    </message>
    <message>
        <source>Run without a pose; the file stays</source>
        <translation>Ohne Pose rechnen; die Datei bleibt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Pose picture</source>
        <translation>Posenbild</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RecoveryBar</name>
    <message>
        <source>Unsaved work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RectangleTool</name>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ReferenceCard</name>
    <message>
        <source>Weight of this reference</source>
        <translation>Gewicht dieser Referenz</translation>
    </message>
    <message>
        <source>How much this reference counts. At 0 % it is left out.</source>
        <translation>Wie viel diese Referenz zählt. Bei 0 % bleibt sie weg.</translation>
    </message>
    <message>
        <source>Choose which part of it counts</source>
        <translation>Wählen, welcher Teil davon zählt</translation>
    </message>
    <message>
        <source>Place it on the photo</source>
        <translation>Auf dem Foto platzieren</translation>
    </message>
    <message>
        <source>Remove this reference</source>
        <translation>Diese Referenz entfernen</translation>
    </message>
    <message>
        <source>Change its body region</source>
        <translation>Körperregion ändern</translation>
    </message>
    <message>
        <source>Body region</source>
        <translation>Körperregion</translation>
    </message>
    <message>
        <source>Reference %1 for %2</source>
        <translation>Referenz %1 für %2</translation>
    </message>
    <message>
        <source>Placed on the photo. Click to move it.</source>
        <translation>Auf dem Foto platziert. Klicken zum Verschieben.</translation>
    </message>
    <message>
        <source>Place it on the photo. Until then the method finds a place.</source>
        <translation>Auf dem Foto platzieren. Bis dahin sucht das Verfahren den Platz.</translation>
    </message>
    <message>
        <source>Fit to the person</source>
        <translation>Der Person anpassen</translation>
    </message>
    <message>
        <source>Fitted to the person</source>
        <translation>Der Person angepasst</translation>
    </message>
    <message>
        <source>Bent onto what the person wears. Click to see and move its pins.</source>
        <translation>Auf das gebogen, was die Person trägt. Ein Klick zeigt die Stifte.</translation>
    </message>
    <message>
        <source>Bends the garment onto the one that the person wears, with pins to drag.</source>
        <translation>Biegt das Stück auf das, was die Person trägt, mit Stiften zum Ziehen.</translation>
    </message>
    <message>
        <source>small, less than 64 pixels across</source>
        <translation>klein, unter 64 Pixel</translation>
    </message>
    <message>
        <source>less than 1 % of its picture counts</source>
        <translation>weniger als 1 % des Bildes zählt</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>unscharf</translation>
    </message>
    <message>
        <source>cut off by its picture&apos;s edge</source>
        <translation>vom Bildrand abgeschnitten</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>It may serve badly: %1.</source>
        <translation>Es taugt vielleicht wenig: %1.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ReferenceTray</name>
    <message>
        <source>Add references</source>
        <translation>Referenzen hinzufügen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a photo first, then add references to it.</source>
        <translation>Öffnen Sie zuerst ein Foto, dann fügen Sie Referenzen hinzu.</translation>
    </message>
    <message>
        <source>A whole garment on a plain ground? “Fit to the person” bends it onto what the person wears.</source>
        <translation>Ein ganzes Kleidungsstück auf einfarbigem Grund? „Der Person anpassen“ biegt es auf das, was die Person trägt.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RegionRow</name>
    <message>
        <source>Work on this region: the mask takes its colour.</source>
        <translation>An dieser Region arbeiten: die Maske nimmt ihre Farbe an.</translation>
    </message>
    <message>
        <source>Add a reference for %1</source>
        <translation>Referenz für %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add a reference for %1, or drop pictures here</source>
        <translation>Referenz für %1 hinzufügen, oder Bilder hier ablegen</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ReplaceMenu</name>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Replace: %1</source>
        <translation>Ersetzen: %1</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Sleeves &amp;may change: draw arms and hands anew</source>
        <translation>Ärmel &amp;dürfen sich ändern: Arme und Hände neu zeichnen</translation>
    </message>
    <message>
        <source>Off, arms, hands and what else is marked as lying in front stay as they are. For upper and whole-body clothes.</source>
        <translation>Ohne Haken bleiben Arme, Hände und was sonst als davor liegend markiert ist, wie sie sind. Für Ober- und Ganzkörperkleidung.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RunMenu</name>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop and &amp;keep this</source>
        <translation>Anhalten und dies &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Apply the result</source>
        <translation>Ergebnis &amp;anwenden</translation>
    </message>
    <message>
        <source>&amp;Discard the result</source>
        <translation>Ergebnis &amp;verwerfen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RunPanel</name>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Complete the painted part (Ctrl+Enter)</source>
        <translation>Den übermalten Teil ergänzen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>Open the preferences where models are found, checked and downloaded</source>
        <translation>Die Einstellungen öffnen, in denen Modelle gefunden, geprüft und heruntergeladen werden</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RunSession</name>
    <message>
        <source>The completion method “%1” is not here. Choose another one in the Generate panel.</source>
        <translation>Das Verfahren „%1“ ist nicht da. Wählen Sie im Feld Erzeugen ein anderes.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>There is not enough memory to start. Close other programs and try again.</source>
        <translation>Der Speicher reicht nicht für den Start. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SchemeCandidates</name>
    <message>
        <source>The map could be of several kinds. Which picture has the parts right?</source>
        <translation>Die Karte könnte von mehreren Arten sein. In welchem Bild stimmen die Teile?</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>Gelesen als %1</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ScissorsTool</name>
    <message>
        <source>Smart scissors</source>
        <translation>Intelligente Schere</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ScribbleBoard</name>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Scribbled regions</source>
        <translation>Gestrichelte Bereiche</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ScribbleTool</name>
    <message>
        <source>Draw a stroke on each part, and with Alt on what is none of them. Enter applies the proposal.</source>
        <translation>Ziehen Sie auf jedem Teil einen Strich und mit Alt auf dem, was keiner davon ist. Die Eingabetaste wendet den Vorschlag an.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SeedField</name>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Neuen Startwert würfeln</translation>
    </message>
    <message>
        <source>Roll a new seed. The same seed gives the same result again.</source>
        <translation>Neuen Startwert würfeln. Derselbe Startwert ergibt dasselbe Ergebnis.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SettingsForm</name>
    <message>
        <source>Prompt</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>Vermeiden</translation>
    </message>
    <message>
        <source>Noise start</source>
        <translation>Anfangsrauschen</translation>
    </message>
    <message>
        <source>How much noise a run starts from. Less keeps more of what the photo shows under the mask.</source>
        <translation>Mit wie viel Rauschen ein Lauf beginnt. Weniger behält mehr von dem, was das Foto unter der Maske zeigt.</translation>
    </message>
    <message>
        <source>Stay in place</source>
        <translation>Ortstreue</translation>
    </message>
    <message>
        <source>How far detail may wander from where a reference lies on the photo, as a share of its size.</source>
        <translation>Wie weit Einzelheiten von der Lage einer Referenz auf dem Foto abweichen dürfen, als Anteil ihrer Größe.</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>How strongly the references count.</source>
        <translation>Wie stark die Referenzen zählen.</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>How closely the result follows the reference pictures.</source>
        <translation>Wie eng das Ergebnis den Referenzbildern folgt.</translation>
    </message>
    <message>
        <source>Keep reference colour</source>
        <translation>Farbe der Referenz behalten</translation>
    </message>
    <message>
        <source>Do not adapt a reference&apos;s colours to the light of the photo.</source>
        <translation>Die Farben einer Referenz nicht an das Licht des Fotos anpassen.</translation>
    </message>
    <message>
        <source>Refine placement</source>
        <translation>Platzierung verfeinern</translation>
    </message>
    <message>
        <source>Let the method nudge a reference to where it fits best.</source>
        <translation>Das Verfahren darf eine Referenz dorthin rücken, wo sie am besten passt.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same result again.</source>
        <translation>Derselbe Startwert ergibt dasselbe Ergebnis.</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>How many results to make, each from its own seed.</source>
        <translation>Wie viele Ergebnisse entstehen, jedes mit eigenem Startwert.</translation>
    </message>
    <message>
        <source>As the preset</source>
        <translation>Wie die Vorgabe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>More steps take longer and draw finer.</source>
        <translation>Mehr Schritte dauern länger und zeichnen feiner.</translation>
    </message>
    <message>
        <source>As the method</source>
        <translation>Wie das Verfahren</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>How strictly the result follows the prompt and the references.</source>
        <translation>Wie streng das Ergebnis der Beschreibung und den Referenzen folgt.</translation>
    </message>
    <message>
        <source>Work smaller where memory is short</source>
        <translation>Kleiner arbeiten, wo Speicher knapp ist</translation>
    </message>
    <message>
        <source>Where the graphics card&apos;s memory does not suffice, work at a smaller size there rather than on the processor.</source>
        <translation>Wo der Speicher der Grafikkarte nicht reicht, dort in kleinerer Größe arbeiten statt auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Show or hide settings that are seldom touched</source>
        <translation>Selten gebrauchte Einstellungen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>How the steps go from noise to picture.</source>
        <translation>Wie die Schritte vom Rauschen zum Bild führen.</translation>
    </message>
    <message>
        <source>As the model</source>
        <translation>Wie das Modell</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Guidance from</source>
        <translation>Führung von</translation>
    </message>
    <message>
        <source>Guidance until</source>
        <translation>Führung bis</translation>
    </message>
    <message>
        <source>The part of the steps in which guidance works.</source>
        <translation>Der Teil der Schritte, in dem die Führung wirkt.</translation>
    </message>
    <message>
        <source>Around the painted part</source>
        <translation>Um den bemalten Teil</translation>
    </message>
    <message>
        <source>The whole photo</source>
        <translation>Das ganze Foto</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>How much of the photo the model sees.</source>
        <translation>Wie viel vom Foto das Modell sieht.</translation>
    </message>
    <message>
        <source>%1 × %2 at %3, %4</source>
        <translation>%1 × %2 bei %3, %4</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Working width</source>
        <translation>Arbeitsbreite</translation>
    </message>
    <message>
        <source>Working height</source>
        <translation>Arbeitshöhe</translation>
    </message>
    <message>
        <source>Working size</source>
        <translation>Arbeitsgröße</translation>
    </message>
    <message>
        <source>The size in pixels that the window is drawn at. Larger takes longer and more memory.</source>
        <translation>Die Größe in Pixeln, in der der Ausschnitt gezeichnet wird. Größer dauert länger und braucht mehr Speicher.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Half precision needs half the memory and is faster on graphics cards.</source>
        <translation>Halbe Genauigkeit braucht halb so viel Speicher und ist auf Grafikkarten schneller.</translation>
    </message>
    <message>
        <source>Full (fp32)</source>
        <translation>Voll (fp32)</translation>
    </message>
    <message>
        <source>Half (fp16)</source>
        <translation>Halb (fp16)</translation>
    </message>
    <message>
        <source>Half (bf16)</source>
        <translation>Halb (bf16)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the networks compute.</source>
        <translation>Wo die Netze rechnen.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>What the painted part shall show, in English words.</source>
        <translation>Was der bemalte Teil zeigen soll, in englischen Worten.</translation>
    </message>
    <message>
        <source>What it shall not show.</source>
        <translation>Was er nicht zeigen soll.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <source>A DensePose picture that lies over the photo: how the person stands.</source>
        <translation>Ein DensePose-Bild, das über dem Foto liegt: wie die Person steht.</translation>
    </message>
    <message>
        <source>LoRA files</source>
        <translation>LoRA-Dateien</translation>
    </message>
    <message>
        <source>Files that change what the model draws, each with its strength.</source>
        <translation>Dateien, die ändern, was das Modell zeichnet, jede mit ihrer Stärke.</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>How closely the result follows the references. 100 % is what the model was made for; at 0 % they are not looked at.</source>
        <translation>Wie eng das Ergebnis den Referenzen folgt. 100 % ist das, wofür das Modell gemacht wurde; bei 0 % werden sie nicht angesehen.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ShortcutsPage</name>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys for the chosen command</source>
        <translation>Neue Tasten für den gewählten Befehl</translation>
    </message>
    <message>
        <source>Restore the standard keys</source>
        <translation>Standardtasten wiederherstellen</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Choose a command, then press its new keys.</source>
        <translation>Wählen Sie einen Befehl, dann drücken Sie seine neuen Tasten.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which will have no key.</source>
        <translation>%1 gehört zu „%2“, das dann keine Taste hat.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SideColumn</name>
    <message>
        <source>Fold or unfold</source>
        <translation>Ein- oder ausklappen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SightDrawer</name>
    <message>
        <source>What the method sees</source>
        <translation>Was die Methode sieht</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>sieht nach …</translation>
    </message>
    <message>
        <source>Close what the method sees</source>
        <translation>„Was die Methode sieht“ schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 × %2 pixels of the photo, from %3, %4</source>
        <translation>%1 × %2 Pixel des Fotos, ab %3, %4</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SightTile</name>
    <message>
        <source>Goes to the setting behind it: %1</source>
        <translation>Führt zur Einstellung dahinter: %1</translation>
    </message>
    <message>
        <source>Click to go to the setting behind it: %1.</source>
        <translation>Ein Klick führt zur Einstellung dahinter: %1.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::StageBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop and throw this away (Esc)</source>
        <translation>Anhalten und wegwerfen (Esc)</translation>
    </message>
    <message>
        <source>Stop and keep this</source>
        <translation>Anhalten und behalten</translation>
    </message>
    <message>
        <source>End the run now with what there is</source>
        <translation>Den Lauf jetzt mit dem Vorhandenen beenden</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 vergangen</translation>
    </message>
    <message>
        <source>%1 gone, about %2 to go</source>
        <translation>%1 vergangen, noch etwa %2</translation>
    </message>
</context>
<context>
    <name>retailor::ui::StartPage</name>
    <message>
        <source>Retailor</source>
        <translation>Retailor</translation>
    </message>
    <message>
        <source>Open a photo of a person and paint over the part to change. Drop in pictures of what should be there, each for its region of the body, and press Generate. Everything outside the mask stays as it is.</source>
        <translation>Öffnen Sie ein Foto von einem Menschen und übermalen Sie den Teil, der sich ändern soll. Legen Sie Bilder von dem hinein, was dort sein soll, jedes für seine Körperregion, und drücken Sie Erzeugen. Außerhalb der Maske bleibt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>%1   —   %2</source>
        <translation>%1   —   %2</translation>
    </message>
    <message>
        <source>The samples are not installed.</source>
        <translation>Die Beispiele sind nicht installiert.</translation>
    </message>
    <message>
        <source>Or try a sample</source>
        <translation>Oder ein Beispiel ausprobieren</translation>
    </message>
</context>
<context>
    <name>retailor::ui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Elapsed and remaining time</source>
        <translation>Vergangene und verbleibende Zeit</translation>
    </message>
    <message>
        <source>Pointer position</source>
        <translation>Zeigerposition</translation>
    </message>
    <message>
        <source>Photo size</source>
        <translation>Fotogröße</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU, one thread</source>
        <translation>CPU, ein Thread</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU, %1 Threads</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>References of this run</source>
        <translation>Referenzen dieses Laufs</translation>
    </message>
    <message>
        <source>References: %1 cached</source>
        <translation>Referenzen: %1 aus dem Speicher</translation>
    </message>
    <message>
        <source>References: %1 encoded</source>
        <translation>Referenzen: %1 neu kodiert</translation>
    </message>
    <message>
        <source>References: %1 cached, %2 encoded</source>
        <translation>Referenzen: %1 aus dem Speicher, %2 neu kodiert</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ToolBox</name>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>R&amp;echteck</translation>
    </message>
    <message>
        <source>&amp;Wand</source>
        <translation>&amp;Zauberstab</translation>
    </message>
    <message>
        <source>&amp;Object box</source>
        <translation>&amp;Objektrahmen</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Smaller tip</source>
        <translation>Kleinere Spitze</translation>
    </message>
    <message>
        <source>Larger tip</source>
        <translation>Größere Spitze</translation>
    </message>
    <message>
        <source>Softer tip</source>
        <translation>Weichere Spitze</translation>
    </message>
    <message>
        <source>Harder tip</source>
        <translation>Härtere Spitze</translation>
    </message>
    <message>
        <source>Swap add and subtract</source>
        <translation>Hinzufügen und Abziehen tauschen</translation>
    </message>
    <message>
        <source>&amp;Smart scissors</source>
        <translation>&amp;Intelligente Schere</translation>
    </message>
    <message>
        <source>Scribble &amp;regions</source>
        <translation>&amp;Bereiche stricheln</translation>
    </message>
    <message>
        <source>Ell&amp;ipse</source>
        <translation>Ell&amp;ipse</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ToolOptions</name>
    <message>
        <source>Tool options</source>
        <translation>Werkzeugoptionen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Connected only</source>
        <translation>Nur Zusammenhängendes</translation>
    </message>
    <message>
        <source>Add to the mask</source>
        <translation>Zur Maske hinzufügen</translation>
    </message>
    <message>
        <source>Add to the mask (X swaps; hold Shift)</source>
        <translation>Zur Maske hinzufügen (X tauscht; Umschalt halten)</translation>
    </message>
    <message>
        <source>Subtract from the mask</source>
        <translation>Von der Maske abziehen</translation>
    </message>
    <message>
        <source>Subtract from the mask (X swaps; hold Alt)</source>
        <translation>Von der Maske abziehen (X tauscht; Alt halten)</translation>
    </message>
    <message>
        <source>What the tools paint</source>
        <translation>Was die Werkzeuge malen</translation>
    </message>
    <message>
        <source>What the tools paint: the mask of what may change, or a part of the photo for fitting clothes.</source>
        <translation>Was die Werkzeuge malen: die Maske dessen, was sich ändern darf, oder einen Teil des Fotos für die Anprobe.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Mark every scribbled part on the photo as proposed (Enter)</source>
        <translation>Jeden Teil mit Strichen wie vorgeschlagen auf dem Foto markieren (Eingabe)</translation>
    </message>
    <message>
        <source>Take back all strokes (Esc; Backspace takes back the last one)</source>
        <translation>Alle Striche zurücknehmen (Esc; die Rücktaste nimmt den letzten zurück)</translation>
    </message>
    <message>
        <source>Protect other parts</source>
        <translation>Andere Teile schützen</translation>
    </message>
    <message>
        <source>A pixel belongs to one part. Ticked, parts that are marked already keep theirs; else what is painted last takes it.</source>
        <translation>Ein Pixel gehört zu einem Teil. Mit Haken behalten schon markierte Teile ihre Pixel; sonst bekommt sie, was zuletzt gemalt wird.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ToolStrip</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>&amp;Fit the window</source>
        <translation>An das Fenster &amp;anpassen</translation>
    </message>
    <message>
        <source>&amp;Actual pixels</source>
        <translation>&amp;Tatsächliche Pixel</translation>
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
        <source>Show the &amp;mask</source>
        <translation>&amp;Maske zeigen</translation>
    </message>
    <message>
        <source>&amp;Split: original and result</source>
        <translation>&amp;Geteilt: Original und Ergebnis</translation>
    </message>
    <message>
        <source>&amp;What the method sees</source>
        <translation>&amp;Was die Methode sieht</translation>
    </message>
</context>
<context>
    <name>retailor::ui::WandTool</name>
    <message>
        <source>Wand</source>
        <translation>Zauberstab</translation>
    </message>
</context>
<context>
    <name>retailor::ui::WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
</TS>
