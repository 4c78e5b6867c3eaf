<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AcceptCandidateEdit</name>
    <message>
        <location filename="../core/document/edits/result_edits.cpp" line="24"/>
        <source>Apply result</source>
        <translation>Ergebnis anwenden</translation>
    </message>
    <message>
        <location filename="../core/document/edits/result_edits.cpp" line="34"/>
        <source>Result %1</source>
        <translation>Ergebnis %1</translation>
    </message>
</context>
<context>
    <name>AddReferenceEdit</name>
    <message>
        <location filename="../core/document/edits/reference_edits.cpp" line="81"/>
        <source>Add reference</source>
        <translation>Referenz hinzufügen</translation>
    </message>
</context>
<context>
    <name>BodyPart</name>
    <message>
        <location filename="../ui/regions/part_look.cpp" line="26"/>
        <source>Legs, neck, bare skin</source>
        <translation>Beine, Hals, nackte Haut</translation>
    </message>
    <message>
        <location filename="../ui/regions/part_look.cpp" line="27"/>
        <source>Arms and hands</source>
        <translation>Arme und Hände</translation>
    </message>
    <message>
        <location filename="../ui/regions/part_look.cpp" line="28"/>
        <source>Bags and jewellery</source>
        <translation>Taschen und Schmuck</translation>
    </message>
    <message>
        <location filename="../ui/regions/part_look.cpp" line="32"/>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
</context>
<context>
    <name>BodyRegion</name>
    <message>
        <location filename="../ui/controls/region_look.cpp" line="19"/>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <location filename="../ui/controls/region_look.cpp" line="20"/>
        <source>Hair or headwear</source>
        <translation>Haar oder Kopfbedeckung</translation>
    </message>
    <message>
        <location filename="../ui/controls/region_look.cpp" line="21"/>
        <source>Upper clothes</source>
        <translation>Oberbekleidung</translation>
    </message>
    <message>
        <location filename="../ui/controls/region_look.cpp" line="22"/>
        <source>Lower clothes</source>
        <translation>Beinbekleidung</translation>
    </message>
    <message>
        <location filename="../ui/controls/region_look.cpp" line="23"/>
        <source>Whole-body clothes</source>
        <translation>Ganzkörperkleidung</translation>
    </message>
    <message>
        <location filename="../ui/controls/region_look.cpp" line="24"/>
        <source>Shoes</source>
        <translation>Schuhe</translation>
    </message>
    <message>
        <location filename="../ui/controls/region_look.cpp" line="27"/>
        <source>Anything</source>
        <translation>Beliebiges</translation>
    </message>
</context>
<context>
    <name>ChangeLayerEdit</name>
    <message>
        <location filename="../core/document/edits/layer_edits.cpp" line="54"/>
        <source>Show layer</source>
        <translation>Ebene einblenden</translation>
    </message>
    <message>
        <location filename="../core/document/edits/layer_edits.cpp" line="54"/>
        <source>Hide layer</source>
        <translation>Ebene ausblenden</translation>
    </message>
    <message>
        <location filename="../core/document/edits/layer_edits.cpp" line="55"/>
        <source>Rename layer</source>
        <translation>Ebene umbenennen</translation>
    </message>
    <message>
        <location filename="../core/document/edits/layer_edits.cpp" line="55"/>
        <source>Change opacity of layer</source>
        <translation>Deckkraft der Ebene ändern</translation>
    </message>
</context>
<context>
    <name>ChangeReferenceEdit</name>
    <message>
        <location filename="../core/document/edits/reference_edits.cpp" line="130"/>
        <source>Change region of reference</source>
        <translation>Region der Referenz ändern</translation>
    </message>
    <message>
        <location filename="../core/document/edits/reference_edits.cpp" line="131"/>
        <source>Change mask of reference</source>
        <translation>Maske der Referenz ändern</translation>
    </message>
    <message>
        <location filename="../core/document/edits/reference_edits.cpp" line="132"/>
        <source>Place reference</source>
        <translation>Referenz platzieren</translation>
    </message>
    <message>
        <location filename="../core/document/edits/reference_edits.cpp" line="133"/>
        <source>Change weight of reference</source>
        <translation>Gewicht der Referenz ändern</translation>
    </message>
    <message>
        <location filename="../core/document/edits/reference_edits.cpp" line="136"/>
        <source>Change fit of reference</source>
        <translation>Passung der Referenz ändern</translation>
    </message>
</context>
<context>
    <name>ChangeSettingsEdit</name>
    <message>
        <location filename="../core/document/edits/change_settings_edit.cpp" line="10"/>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
</context>
<context>
    <name>DiscardCandidateEdit</name>
    <message>
        <location filename="../core/document/edits/result_edits.cpp" line="58"/>
        <source>Discard result</source>
        <translation>Ergebnis verwerfen</translation>
    </message>
</context>
<context>
    <name>Fitting</name>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="19"/>
        <source>left side of the neck</source>
        <translation>Hals, linke Seite</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="20"/>
        <source>left shoulder</source>
        <translation>linke Schulter</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="21"/>
        <source>left cuff, outer</source>
        <translation>linker Ärmelsaum, außen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="22"/>
        <source>left cuff, inner</source>
        <translation>linker Ärmelsaum, innen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="23"/>
        <source>left armpit</source>
        <translation>linke Achsel</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="24"/>
        <source>left side of the waist</source>
        <translation>Bund, linke Seite</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="25"/>
        <source>left hem, outer</source>
        <translation>linker Saum, außen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="26"/>
        <source>left hem, inner</source>
        <translation>linker Saum, innen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="33"/>
        <source>right side of the neck</source>
        <translation>Hals, rechte Seite</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="34"/>
        <source>right shoulder</source>
        <translation>rechte Schulter</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="35"/>
        <source>right cuff, outer</source>
        <translation>rechter Ärmelsaum, außen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="36"/>
        <source>right cuff, inner</source>
        <translation>rechter Ärmelsaum, innen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="37"/>
        <source>right armpit</source>
        <translation>rechte Achsel</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="38"/>
        <source>right side of the waist</source>
        <translation>Bund, rechte Seite</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="39"/>
        <source>right hem, outer</source>
        <translation>rechter Saum, außen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="40"/>
        <source>right hem, inner</source>
        <translation>rechter Saum, innen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="48"/>
        <source>bottom of the neckline</source>
        <translation>tiefster Punkt des Ausschnitts</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="49"/>
        <source>crotch</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="54"/>
        <source>extra pin</source>
        <translation>eigener Stift</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="58"/>
        <source>Top with sleeves</source>
        <translation>Oberteil mit Ärmeln</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="59"/>
        <source>Top without sleeves</source>
        <translation>Oberteil ohne Ärmel</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="60"/>
        <source>Skirt</source>
        <translation>Rock</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="61"/>
        <source>Trousers</source>
        <translation>Hose</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="62"/>
        <source>Dress with sleeves</source>
        <translation>Kleid mit Ärmeln</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_words.cpp" line="65"/>
        <source>Dress without sleeves</source>
        <translation>Kleid ohne Ärmel</translation>
    </message>
</context>
<context>
    <name>GarmentFitting</name>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="39"/>
        <source>trousers or skirt</source>
        <translation>die Hose oder den Rock</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="40"/>
        <source>dress or clothes</source>
        <translation>das Kleid oder die Kleidung</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="41"/>
        <source>top</source>
        <translation>das Oberteil</translation>
    </message>
</context>
<context>
    <name>GenerateReadiness</name>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="33"/>
        <source>No completion method could be loaded.</source>
        <translation>Es konnte kein Verfahren geladen werden.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="34"/>
        <source>The completion methods are being loaded.</source>
        <translation>Die Verfahren werden geladen.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="35"/>
        <source>Choose a completion method.</source>
        <translation>Wählen Sie ein Verfahren.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="59"/>
        <source>Open a photo first.</source>
        <translation>Öffnen Sie zuerst ein Foto.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="42"/>
        <source>Paint over the part to complete first.</source>
        <translation>Übermalen Sie zuerst den Teil, der ergänzt werden soll.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="63"/>
        <source>The whole photo is painted over. Leave a part to continue from, or add a reference.</source>
        <translation>Das ganze Foto ist übermalt. Lassen Sie einen Teil frei, oder fügen Sie eine Referenz hinzu.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="70"/>
        <source>Texture fill: fine for plain or textured backgrounds. Add references to complete clothes, hair or a face.</source>
        <translation>Füllen mit Textur: gut für ruhige oder gemusterte Hintergründe. Für Kleidung, Haare oder ein Gesicht fügen Sie Referenzen hinzu.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="46"/>
        <source>Paint over the part to complete first, or fit a garment to the person.</source>
        <translation>Übermalen Sie zuerst den Teil, der ergänzt werden soll, oder passen Sie ein Kleidungsstück an.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="48"/>
        <source>Mark the garment that the person wears first: “Fitted to the person” on the reference leads there.</source>
        <translation>Markieren Sie zuerst, was die Person trägt: „Angepasst“ an der Referenz führt dorthin.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="51"/>
        <source>This method cannot fit garments. Choose another one, or paint over the part to complete.</source>
        <translation>Dieses Verfahren kann keine Kleidung anpassen. Wählen Sie ein anderes, oder übermalen Sie den Teil, der ergänzt werden soll.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="26"/>
        <source>This method needs %1, and there is none yet. The Models page shows where to put it.</source>
        <translation>Diese Methode braucht %1, und es ist noch keines da. Die Seite „Modelle“ zeigt, wohin es gehört.</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="27"/>
        <source>Looked for in %1</source>
        <translation>Gesucht in %1</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="28"/>
        <source>The model lacks a file: %1 (%2).</source>
        <translation>Dem Modell fehlt eine Datei: %1 (%2).</translation>
    </message>
    <message>
        <location filename="../ui/run/generate_readiness.cpp" line="37"/>
        <source>The models are being looked for.</source>
        <translation>Die Modelle werden gesucht.</translation>
    </message>
</context>
<context>
    <name>MethodSight</name>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="19"/>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="20"/>
        <source>Model mask</source>
        <translation>Modellmaske</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="21"/>
        <source>Blend mask</source>
        <translation>Überblendmaske</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="22"/>
        <source>Pre-fill</source>
        <translation>Vorfüllung</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="34"/>
        <source>below the photo</source>
        <translation>unter dem Foto</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="41"/>
        <source>The part of the photo that the method works on, at the size that it works at.</source>
        <translation>Der Teil des Fotos, an dem die Methode arbeitet, in der Größe, in der sie arbeitet.</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="43"/>
        <source>White is drawn anew. It reaches a little beyond the painted part where the seam needs that.</source>
        <translation>Weiß wird neu gezeichnet. Wo die Naht es braucht, reicht es ein wenig über den bemalten Teil hinaus.</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="45"/>
        <source>How much of what is drawn is taken into the photo; black stays as it is, to the bit.</source>
        <translation>Wie viel vom Gezeichneten ins Foto übernommen wird; Schwarz bleibt bis aufs Bit, wie es ist.</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="46"/>
        <source>What the method finds in the painted part before it begins.</source>
        <translation>Was die Methode im bemalten Teil vorfindet, bevor sie beginnt.</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="50"/>
        <source>What an image encoder gets of this reference: it counts as a whole, and fine patterns get lost.</source>
        <translation>Was ein Bildencoder von dieser Referenz bekommt: Sie zählt als Ganzes, feine Muster gehen verloren.</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="52"/>
        <source>What attention reads of this reference; what shows the checkerboard lies outside its mask.</source>
        <translation>Was die Aufmerksamkeit von dieser Referenz liest; wo das Schachbrett zu sehen ist, liegt es außerhalb ihrer Maske.</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="54"/>
        <source>What lies below the photo while it is drawn: the model copies this reference from there.</source>
        <translation>Was beim Zeichnen unter dem Foto liegt: Von dort überträgt das Modell diese Referenz.</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="55"/>
        <source>Where this reference lies on the photo and what of it counts, in the photo&apos;s light.</source>
        <translation>Wo diese Referenz auf dem Foto liegt und was von ihr zählt, im Licht des Fotos.</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="60"/>
        <source>Window</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="61"/>
        <source>Working size</source>
        <translation>Arbeitsgröße</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="62"/>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="63"/>
        <source>Noise start</source>
        <translation>Anfangsrauschen</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="64"/>
        <source>Reference mask</source>
        <translation>Referenzmaske</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="65"/>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="68"/>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="31"/>
        <source>placed</source>
        <translation>platziert</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="32"/>
        <source>by region</source>
        <translation>im Bereich</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_words.cpp" line="33"/>
        <source>as a whole</source>
        <translation>als Ganzes</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="18"/>
        <source>RETAILOR_MODELS</source>
        <translation>RETAILOR_MODELS</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="19"/>
        <source>chosen here</source>
        <translation>hier gewählt</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="20"/>
        <source>Hugging Face cache</source>
        <translation>Hugging-Face-Cache</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="21"/>
        <source>Retailor&apos;s own folder</source>
        <translation>Retailors eigener Ordner</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="29"/>
        <source>Stable Diffusion, inpainting</source>
        <translation>Stable Diffusion, Inpainting</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="30"/>
        <source>Stable Diffusion</source>
        <translation>Stable Diffusion</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="31"/>
        <source>Paint by Example</source>
        <translation>Paint by Example</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="33"/>
        <source>Human parser</source>
        <translation>Personen-Parser</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="32"/>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_words.cpp" line="34"/>
        <source>Part of a model</source>
        <translation>Teil eines Modells</translation>
    </message>
</context>
<context>
    <name>MoveLayerEdit</name>
    <message>
        <location filename="../core/document/edits/layer_edits.cpp" line="86"/>
        <source>Move layer</source>
        <translation>Ebene verschieben</translation>
    </message>
</context>
<context>
    <name>PaintTarget</name>
    <message>
        <location filename="../ui/controls/target_look.cpp" line="21"/>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../ui/controls/target_look.cpp" line="22"/>
        <source>In front of the clothes</source>
        <translation>Vor der Kleidung</translation>
    </message>
    <message>
        <location filename="../ui/controls/target_look.cpp" line="24"/>
        <source>Worn upper clothes</source>
        <translation>Getragenes Oberteil</translation>
    </message>
    <message>
        <location filename="../ui/controls/target_look.cpp" line="25"/>
        <source>Worn lower clothes</source>
        <translation>Getragenes Unterteil</translation>
    </message>
    <message>
        <location filename="../ui/controls/target_look.cpp" line="26"/>
        <source>Worn whole-body clothes</source>
        <translation>Getragene Ganzkörperkleidung</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <location filename="../ui/controls/prompts.cpp" line="40"/>
        <source>Save the changes to “%1” before closing it?</source>
        <translation>Die Änderungen an „%1“ vor dem Schließen speichern?</translation>
    </message>
    <message>
        <location filename="../ui/controls/prompts.cpp" line="41"/>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
</context>
<context>
    <name>RemoveLayerEdit</name>
    <message>
        <location filename="../core/document/edits/layer_edits.cpp" line="26"/>
        <source>Remove layer</source>
        <translation>Ebene entfernen</translation>
    </message>
</context>
<context>
    <name>RemoveReferenceEdit</name>
    <message>
        <location filename="../core/document/edits/reference_edits.cpp" line="99"/>
        <source>Remove reference</source>
        <translation>Referenz entfernen</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <location filename="../app/window/samples.cpp" line="26"/>
        <source>Complete a part</source>
        <translation>Einen Teil ergänzen</translation>
    </message>
    <message>
        <location filename="../app/window/samples.cpp" line="27"/>
        <source>A portrait, a suit and a cap to put on it.</source>
        <translation>Ein Porträt, dazu ein Anzug und eine Mütze.</translation>
    </message>
    <message>
        <location filename="../app/window/samples.cpp" line="28"/>
        <source>Try clothes on</source>
        <translation>Kleidung anprobieren</translation>
    </message>
    <message>
        <location filename="../app/window/samples.cpp" line="28"/>
        <source>A person and two garments to fit.</source>
        <translation>Eine Person und zwei Kleidungsstücke zum Anpassen.</translation>
    </message>
</context>
<context>
    <name>SetPoseEdit</name>
    <message>
        <location filename="../core/document/edits/set_pose_edit.cpp" line="10"/>
        <source>Set pose</source>
        <translation>Pose setzen</translation>
    </message>
    <message>
        <location filename="../core/document/edits/set_pose_edit.cpp" line="10"/>
        <source>Remove pose</source>
        <translation>Pose entfernen</translation>
    </message>
</context>
<context>
    <name>WindowOptions</name>
    <message>
        <location filename="../app/window/window_options.cpp" line="18"/>
        <source>Completes masked parts of photos of people from reference pictures.</source>
        <translation>Ergänzt maskierte Teile von Fotos von Menschen aus Referenzbildern.</translation>
    </message>
    <message>
        <location filename="../app/window/window_options.cpp" line="21"/>
        <source>A photo, or a project (.ora), to open.</source>
        <translation>Ein Foto oder Projekt (.ora), das geöffnet werden soll.</translation>
    </message>
    <message>
        <location filename="../app/window/window_options.cpp" line="23"/>
        <source>Save a picture of the window to PNG once it is painted, and quit.</source>
        <translation>Ein Bild des Fensters als PNG speichern, sobald es gezeichnet ist, und beenden.</translation>
    </message>
    <message>
        <location filename="../app/window/window_options.cpp" line="26"/>
        <source>Print the milliseconds from start to first paint and to methods loaded.</source>
        <translation>Die Millisekunden vom Start bis zum ersten Bild und bis zum Laden der Verfahren ausgeben.</translation>
    </message>
    <message>
        <location filename="../app/window/window_options.cpp" line="27"/>
        <source>Print the longest stall of the window at exit.</source>
        <translation>Beim Beenden die längste Stockung des Fensters ausgeben.</translation>
    </message>
    <message>
        <location filename="../app/window/window_options.cpp" line="29"/>
        <source>Quit once the window is painted and the methods are loaded.</source>
        <translation>Beenden, sobald das Fenster gezeichnet ist und die Verfahren geladen sind.</translation>
    </message>
</context>
<context>
    <name>retailor::app::WindowPicture</name>
    <message>
        <location filename="../app/window/window_picture.cpp" line="31"/>
        <source>The picture of the window could not be written to %1; choose a folder that can be written.</source>
        <translation>Das Bild des Fensters konnte nicht nach %1 geschrieben werden; wählen Sie einen beschreibbaren Ordner.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::BrushTool</name>
    <message>
        <location filename="../ui/tools/brush_tool.cpp" line="24"/>
        <source>Erase mask</source>
        <translation>Maske radieren</translation>
    </message>
    <message>
        <location filename="../ui/tools/brush_tool.cpp" line="24"/>
        <source>Paint mask</source>
        <translation>Maske malen</translation>
    </message>
    <message>
        <location filename="../ui/tools/brush_tool.cpp" line="23"/>
        <source>Erase from the marked region</source>
        <translation>Aus der Markierung radieren</translation>
    </message>
    <message>
        <location filename="../ui/tools/brush_tool.cpp" line="23"/>
        <source>Paint the marked region</source>
        <translation>Markierung malen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CandidateStrip</name>
    <message>
        <location filename="../ui/results/candidate_menu.cpp" line="23"/>
        <location filename="../ui/results/candidate_strip.cpp" line="61"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_menu.cpp" line="24"/>
        <location filename="../ui/results/candidate_strip.cpp" line="62"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_menu.cpp" line="26"/>
        <source>Use these settings</source>
        <translation>Diese Einstellungen verwenden</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_menu.cpp" line="27"/>
        <source>Copy recipe</source>
        <translation>Rezept kopieren</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_menu.cpp" line="29"/>
        <source>Save recipe…</source>
        <translation>Rezept speichern …</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_menu.cpp" line="43"/>
        <source>Save recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_menu.cpp" line="43"/>
        <source>Recipes (*.json)</source>
        <translation>Rezepte (*.json)</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_strip.cpp" line="25"/>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_strip.cpp" line="60"/>
        <source>Results appear here. Nothing changes in the photo until you apply one.</source>
        <translation>Hier erscheinen Ergebnisse. Am Foto ändert sich nichts, bis Sie eines anwenden.</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_strip.cpp" line="93"/>
        <source>Put this result over the photo as a layer (Enter)</source>
        <translation>Dieses Ergebnis als Ebene über das Foto legen (Eingabe)</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_strip.cpp" line="95"/>
        <source>Throw this result away (Delete)</source>
        <translation>Dieses Ergebnis wegwerfen (Entf)</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_strip.cpp" line="136"/>
        <source>Seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <location filename="../ui/results/candidate_strip.cpp" line="138"/>
        <source>Enter applies this result, Delete throws it away.</source>
        <translation>Eingabe wendet dieses Ergebnis an, Entf wirft es weg.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CanvasView</name>
    <message>
        <location filename="../ui/canvas/canvas_view.cpp" line="23"/>
        <source>Canvas</source>
        <translation>Leinwand</translation>
    </message>
    <message>
        <location filename="../ui/canvas/canvas_view.cpp" line="24"/>
        <source>The photo with its mask. Arrow keys move it, plus and minus zoom.</source>
        <translation>Das Foto mit seiner Maske. Pfeiltasten verschieben es, Plus und Minus vergrößern und verkleinern.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ClassTable</name>
    <message>
        <location filename="../ui/regions/class_table.cpp" line="25"/>
        <source>%1  not in this table</source>
        <translation>%1  nicht in dieser Tabelle</translation>
    </message>
    <message>
        <location filename="../ui/regions/class_table.cpp" line="42"/>
        <source>As what lies around it</source>
        <translation>Wie das, was darum liegt</translation>
    </message>
    <message>
        <location filename="../ui/regions/class_table.cpp" line="51"/>
        <source>Which class of the map is which part</source>
        <translation>Welche Klasse der Karte welcher Teil ist</translation>
    </message>
    <message>
        <location filename="../ui/regions/class_table.cpp" line="54"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../ui/regions/class_table.cpp" line="54"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../ui/regions/class_table.cpp" line="54"/>
        <source>Part of the photo</source>
        <translation>Teil des Fotos</translation>
    </message>
    <message>
        <location filename="../ui/regions/class_table.cpp" line="82"/>
        <source>The part that “%1” goes to</source>
        <translation>Der Teil, zu dem „%1“ gehört</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CloseGuard</name>
    <message>
        <location filename="../ui/window/close_guard.cpp" line="52"/>
        <source>Save project</source>
        <translation>Projekt speichern</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CrashSafety</name>
    <message>
        <location filename="../ui/window/crash_safety.cpp" line="15"/>
        <source>Retailor was ended before a photo was saved. Its state of %1 can be brought back.</source>
        <translation>Retailor wurde beendet, bevor ein Foto gespeichert war. Der Stand von %1 lässt sich zurückholen.</translation>
    </message>
    <message>
        <location filename="../ui/window/crash_safety.cpp" line="16"/>
        <source>Retailor was ended before “%1” was saved. Its state of %2 can be brought back.</source>
        <translation>Retailor wurde beendet, bevor „%1“ gespeichert war. Der Stand von %2 lässt sich zurückholen.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::CurrentFit</name>
    <message>
        <location filename="../ui/fitting/current_fit.cpp" line="223"/>
        <source>Move pin</source>
        <translation>Stift verschieben</translation>
    </message>
    <message>
        <location filename="../ui/fitting/current_fit.cpp" line="231"/>
        <source>Add pin</source>
        <translation>Stift hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/current_fit.cpp" line="242"/>
        <source>Reset pin</source>
        <translation>Stift zurückstellen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/current_fit.cpp" line="237"/>
        <source>Remove pin</source>
        <translation>Stift entfernen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/current_fit.cpp" line="247"/>
        <source>Back to the automatic fit</source>
        <translation>Zurück zur automatischen Passung</translation>
    </message>
</context>
<context>
    <name>retailor::ui::DocumentFiles</name>
    <message>
        <location filename="../ui/window/document_files.cpp" line="32"/>
        <source>Photos (*.png *.jpg *.jpeg *.tif *.tiff *.webp)</source>
        <translation>Fotos (*.png *.jpg *.jpeg *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <location filename="../ui/window/document_files.cpp" line="33"/>
        <source>Projects (*.ora)</source>
        <translation>Projekte (*.ora)</translation>
    </message>
    <message>
        <location filename="../ui/window/document_files.cpp" line="35"/>
        <source>Photos and projects (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.ora)</source>
        <translation>Fotos und Projekte (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.ora)</translation>
    </message>
    <message>
        <location filename="../ui/window/document_files.cpp" line="36"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/window/document_files.cpp" line="51"/>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <location filename="../ui/window/document_files.cpp" line="115"/>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert …</translation>
    </message>
    <message>
        <location filename="../ui/window/document_files.cpp" line="92"/>
        <source>Recovering unsaved work…</source>
        <translation>Ungespeicherte Arbeit wird zurückgeholt …</translation>
    </message>
</context>
<context>
    <name>retailor::ui::DownloadDialog</name>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="49"/>
        <source>Show what would be downloaded</source>
        <translation>Zeigen, was heruntergeladen würde</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="50"/>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="56"/>
        <source>Download a model</source>
        <translation>Ein Modell herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="59"/>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="71"/>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="78"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="73"/>
        <source>Files of the model</source>
        <translation>Dateien des Modells</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="74"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="74"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="74"/>
        <source>Hash</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="80"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="80"/>
        <source>A folder with a copy of the model</source>
        <translation>Ein Ordner mit einer Kopie des Modells</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="81"/>
        <source>Into</source>
        <translation>Nach</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="81"/>
        <source>The folder for the model&apos;s files</source>
        <translation>Der Ordner für die Dateien des Modells</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="82"/>
        <source>The address of a hub or of a mirror of it, or a folder with a copy of the model&apos;s files</source>
        <translation>Die Adresse eines Hubs oder eines Spiegels davon, oder ein Ordner mit einer Kopie der Dateien</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="100"/>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="118"/>
        <source>Published as %1 under the licence %2. Read it before you use the model.</source>
        <translation>Veröffentlicht als %1 unter der Lizenz %2. Lesen Sie sie, bevor Sie das Modell verwenden.</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="137"/>
        <source>Asking for sizes and hashes</source>
        <translation>Größen und Prüfsummen werden erfragt</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="146"/>
        <source>%1, there already</source>
        <translation>%1, schon da</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="148"/>
        <source>not told</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="152"/>
        <source>%1 to download.</source>
        <translation>%1 herunterzuladen.</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="153"/>
        <source>Everything is there already.</source>
        <translation>Alles ist schon da.</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="167"/>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="168"/>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="178"/>
        <source>The model is there, and its hashes are right.</source>
        <translation>Das Modell ist da, und seine Prüfsummen stimmen.</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/download_dialog.cpp" line="178"/>
        <source>Stopped. The next download goes on from here.</source>
        <translation>Angehalten. Der nächste Download macht hier weiter.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::DropZones</name>
    <message>
        <location filename="../ui/references/drop_zones.cpp" line="21"/>
        <source>Places to drop a picture</source>
        <translation>Ablageflächen für ein Bild</translation>
    </message>
    <message>
        <location filename="../ui/references/drop_zones.cpp" line="145"/>
        <source>Open as photo</source>
        <translation>Als Foto öffnen</translation>
    </message>
    <message>
        <location filename="../ui/references/drop_zones.cpp" line="146"/>
        <source>Use as mask</source>
        <translation>Als Maske verwenden</translation>
    </message>
    <message>
        <location filename="../ui/references/drop_zones.cpp" line="147"/>
        <source>Parts from a parsing map</source>
        <translation>Teile aus einer Parsing-Karte</translation>
    </message>
</context>
<context>
    <name>retailor::ui::EditMenu</name>
    <message>
        <location filename="../ui/window/edit_menu.cpp" line="5"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="../ui/window/edit_menu.cpp" line="7"/>
        <location filename="../ui/window/edit_menu.cpp" line="39"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../ui/window/edit_menu.cpp" line="7"/>
        <location filename="../ui/window/edit_menu.cpp" line="8"/>
        <location filename="../ui/window/edit_menu.cpp" line="13"/>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <location filename="../ui/window/edit_menu.cpp" line="8"/>
        <location filename="../ui/window/edit_menu.cpp" line="40"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../ui/window/edit_menu.cpp" line="13"/>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <location filename="../ui/window/edit_menu.cpp" line="39"/>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <location filename="../ui/window/edit_menu.cpp" line="40"/>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>retailor::ui::EllipseTool</name>
    <message>
        <location filename="../ui/tools/box_tool.cpp" line="58"/>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ExportDialog</name>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="52"/>
        <source>8 of the photo&apos;s 16 bits per channel, %1. PNG and TIFF keep all.</source>
        <translation>8 der 16 Bit je Kanal des Fotos, %1. PNG und TIFF behalten alle.</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="53"/>
        <source>%1 bits per channel, %2, as the photo</source>
        <translation>%1 Bit je Kanal, %2, wie das Foto</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="60"/>
        <location filename="../ui/export/export_dialog.cpp" line="163"/>
        <location filename="../ui/export/export_dialog.cpp" line="176"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="68"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="89"/>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="90"/>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="107"/>
        <location filename="../ui/export/export_dialog.cpp" line="120"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="111"/>
        <source>Lossless</source>
        <translation>Verlustfrei</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="118"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="121"/>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="127"/>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="127"/>
        <source>Keep everything but the place</source>
        <translation>Alles außer dem Ort behalten</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="127"/>
        <source>Remove everything</source>
        <translation>Alles entfernen</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="128"/>
        <source>Mark the picture as partly generated</source>
        <translation>Das Bild als teilweise erzeugt kennzeichnen</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="130"/>
        <source>Embed the recipe of the newest result</source>
        <translation>Das Rezept des neuesten Ergebnisses einbetten</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="132"/>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="145"/>
        <source>There is no applied and visible result.</source>
        <translation>Es gibt kein angewandtes und sichtbares Ergebnis.</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="146"/>
        <source>Writes the IPTC digital source type, by which other programs can tell.</source>
        <translation>Schreibt den IPTC-Herkunftstyp, an dem andere Programme es erkennen.</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="147"/>
        <source>With it, Retailor can make the same result again from the same pictures.</source>
        <translation>Damit kann Retailor aus denselben Bildern dasselbe Ergebnis noch einmal erzeugen.</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="158"/>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="176"/>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="201"/>
        <source>Give the file a name that ends in .png, .jpg, .tif or .webp.</source>
        <translation>Geben Sie der Datei einen Namen, der auf .png, .jpg, .tif oder .webp endet.</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="219"/>
        <source>“%1” is the photo you opened. Replace it? The original cannot be brought back.</source>
        <translation>„%1“ ist das geöffnete Foto. Ersetzen? Das Original lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="220"/>
        <source>Replace the photo</source>
        <translation>Foto ersetzen</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="222"/>
        <source>“%1” exists. Replace it?</source>
        <translation>„%1“ ist schon da. Ersetzen?</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="222"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="../ui/export/export_dialog.cpp" line="239"/>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FileMenu</name>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="12"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="25"/>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="30"/>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="31"/>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="33"/>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="34"/>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="35"/>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="37"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="51"/>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <location filename="../ui/window/file_menu.cpp" line="56"/>
        <source>Open a photo or project</source>
        <translation>Foto oder Projekt öffnen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FitGuide</name>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="12"/>
        <source>Fitting a garment</source>
        <translation>Ein Kleidungsstück anpassen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="23"/>
        <source>Use the mask</source>
        <translation>Maske verwenden</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="24"/>
        <source>What is masked becomes the worn garment, and the mask is cleared.</source>
        <translation>Was maskiert ist, wird zum getragenen Kleidungsstück; die Maske wird geleert.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="25"/>
        <source>Paint it by hand</source>
        <translation>Von Hand malen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="28"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="29"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="54"/>
        <source>1 of 3</source>
        <translation>1 von 3</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="65"/>
        <source>%1: add with brush or lasso, take away with the eraser. Leave out hands, hair and bags.</source>
        <translation>%1: mit Pinsel oder Lasso ergänzen, mit dem Radierer wegnehmen. Hände, Haare und Taschen gehören nicht dazu.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="58"/>
        <location filename="../ui/fitting/fit_guide.cpp" line="66"/>
        <source>2 of 3</source>
        <translation>2 von 3</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="67"/>
        <source>Paint over hands, hair or bags that lie before the clothes; they stay as they are.</source>
        <translation>Übermalen Sie Hände, Haare oder Taschen, die vor der Kleidung liegen; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="72"/>
        <source>3 of 3</source>
        <translation>3 von 3</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="26"/>
        <source>More clicks</source>
        <translation>Mehr anklicken</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="27"/>
        <source>Say by clicking what else belongs to it, and what does not</source>
        <translation>Durch Klicks sagen, was noch dazugehört und was nicht</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="54"/>
        <source>Click the %1 that the person wears.</source>
        <translation>Klicken Sie auf %1 der Person.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="73"/>
        <source>Drag the pins, with Shift both of a cuff. Double click adds one and puts a moved one back, right click offers more. Then press Generate.</source>
        <translation>Ziehen Sie die Stifte, mit der Umschalttaste beide eines Ärmels. Doppelklick setzt einen oder stellt einen verschobenen zurück, Rechtsklick bietet mehr. Danach „Erzeugen“.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_guide.cpp" line="58"/>
        <source>Click what else belongs to it; with Alt held, what does not.</source>
        <translation>Klicken Sie an, was noch dazugehört; mit gedrückter Alt-Taste, was nicht.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FitHandles</name>
    <message>
        <location filename="../ui/fitting/fit_handles.cpp" line="121"/>
        <location filename="../ui/fitting/fit_handles.cpp" line="167"/>
        <source>Move pin</source>
        <translation>Stift verschieben</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_handles.cpp" line="206"/>
        <source>%1 — drag to move, double click to reset</source>
        <translation>%1 — ziehen verschiebt, Doppelklick stellt zurück</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_handles.cpp" line="207"/>
        <source>Double click to add a pin</source>
        <translation>Doppelklick setzt einen Stift</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_handles.cpp" line="205"/>
        <source>%1 — drag to move, with Shift its other end too; double click to reset</source>
        <translation>%1 — ziehen zum Bewegen, mit der Umschalttaste auch das andere Ende; Doppelklick stellt zurück</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_handles_drawing.cpp" line="119"/>
        <source>%1: further, the cloth would fold</source>
        <translation>%1: weiter, und der Stoff schlüge um</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FitPanel</name>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="56"/>
        <source>Working on the fit…</source>
        <translation>Die Passung wird berechnet …</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="67"/>
        <source>Bends and shades the picture you give; it draws no hidden skin and no new folds.</source>
        <translation>Biegt und schattiert das gegebene Bild; verdeckte Haut und neue Falten zeichnet es nicht.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="80"/>
        <source>Garment</source>
        <translation>Kleidungsstück</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="80"/>
        <source>What its outline is read as.</source>
        <translation>Als was sein Umriss gelesen wird.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="87"/>
        <source>Follow folds</source>
        <translation>Falten folgen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="87"/>
        <source>How strongly the folds of the worn garment shade the new one.</source>
        <translation>Wie stark die Falten des getragenen Stücks das neue schattieren.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="89"/>
        <source>Tight – loose</source>
        <translation>Eng – weit</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="89"/>
        <source>Narrower or wider than the worn garment.</source>
        <translation>Enger oder weiter als das getragene Stück.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="91"/>
        <source>Keep length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="91"/>
        <source>How long hem and sleeves are drawn.</source>
        <translation>Wie lang Saum und Ärmel gezeichnet werden.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="92"/>
        <source>Where it differs clearly</source>
        <translation>Eigene, wo deutlich anders</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="92"/>
        <source>Always the garment&apos;s own</source>
        <translation>Immer die eigene</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="92"/>
        <source>As long as the worn one</source>
        <translation>Wie das getragene Stück</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="94"/>
        <source>Where it leaves bare</source>
        <translation>Unbedecktes</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="94"/>
        <source>What becomes of the worn garment where the new one does not cover it.</source>
        <translation>Was aus dem getragenen Stück wird, wo das neue es nicht bedeckt.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="95"/>
        <source>Fill, but keep old sleeves</source>
        <translation>Füllen, aber alte Ärmel behalten</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="95"/>
        <source>Fill from around it</source>
        <translation>Aus der Umgebung füllen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="95"/>
        <source>Keep the old cloth</source>
        <translation>Alten Stoff behalten</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="107"/>
        <location filename="../ui/fitting/fit_panel.cpp" line="117"/>
        <source>Pin</source>
        <translation>Stift</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="108"/>
        <source>The pin at hand. On the canvas Tab goes to the next, arrow keys move it.</source>
        <translation>Der gewählte Stift. Auf der Leinwand geht Tab zum nächsten, die Pfeiltasten verschieben ihn.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="109"/>
        <source>Reset this pin</source>
        <translation>Diesen Stift zurückstellen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="110"/>
        <source>Puts this pin back where the automatic fit had it (double click on it)</source>
        <translation>Stellt diesen Stift dorthin zurück, wo die automatische Passung ihn hatte (Doppelklick darauf)</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="111"/>
        <source>Remove this pin</source>
        <translation>Diesen Stift entfernen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="112"/>
        <source>Remove this pin (Delete)</source>
        <translation>Diesen Stift entfernen (Entf)</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="113"/>
        <source>Mesh</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="115"/>
        <source>Show the mesh that bends the cloth</source>
        <translation>Das Netz zeigen, das den Stoff biegt</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="150"/>
        <source>Back to the automatic fit</source>
        <translation>Zurück zur automatischen Passung</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="150"/>
        <source>Takes all your pins away</source>
        <translation>Nimmt alle eigenen Stifte weg</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="151"/>
        <source>Flip left and right</source>
        <translation>Links und rechts tauschen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="151"/>
        <source>Turns the garment over, left to right</source>
        <translation>Spiegelt das Kleidungsstück</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="152"/>
        <source>Worn garment…</source>
        <translation>Getragenes Stück …</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="152"/>
        <source>Mark or correct the garment that the person wears</source>
        <translation>Markieren oder verbessern, was die Person trägt</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="153"/>
        <source>In front…</source>
        <translation>Davor …</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="153"/>
        <source>Mark hands, hair or bags that lie before the clothes</source>
        <translation>Hände, Haare oder Taschen markieren, die vor der Kleidung liegen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="154"/>
        <source>Do not fit</source>
        <translation>Nicht anpassen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="154"/>
        <source>Uses the picture as it is, without bending it</source>
        <translation>Verwendet das Bild, wie es ist, ohne es zu biegen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="182"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="199"/>
        <source>Follow outline</source>
        <translation>Umriss folgen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="199"/>
        <source>At 0 % the garment keeps its own outline between the pins.</source>
        <translation>Bei 0 % behält das Stück zwischen den Stiften seinen eigenen Umriss.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="201"/>
        <source>Stiffness</source>
        <translation>Steifheit</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="201"/>
        <source>The stiffer, the less the outline bends the cloth.</source>
        <translation>Je steifer, desto weniger biegt der Umriss den Stoff.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="203"/>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="203"/>
        <source>Darker or lighter than its picture.</source>
        <translation>Dunkler oder heller als sein Bild.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="203"/>
        <source> stops</source>
        <translation> Blenden</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="205"/>
        <source>Cool – warm</source>
        <translation>Kühl – warm</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="205"/>
        <source>The colour of the light on it.</source>
        <translation>Die Farbe des Lichts darauf.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="206"/>
        <location filename="../ui/fitting/fit_panel.cpp" line="249"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="206"/>
        <source>Lies on the body</source>
        <translation>Liegt am Körper an</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="206"/>
        <source>Away from the body</source>
        <translation>Vom Körper weg</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="212"/>
        <source>Left sleeve</source>
        <translation>Linker Ärmel</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="212"/>
        <source>Whether the sleeve on the left of the picture lies on the body.</source>
        <translation>Ob der Ärmel links im Bild am Körper anliegt.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="213"/>
        <source>Right sleeve</source>
        <translation>Rechter Ärmel</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="213"/>
        <source>Whether the sleeve on the right of the picture lies on the body.</source>
        <translation>Ob der Ärmel rechts im Bild am Körper anliegt.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="214"/>
        <source>Sleeves lie over the body</source>
        <translation>Ärmel liegen über dem Körper</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="214"/>
        <source>Off: the body covers them.</source>
        <translation>Aus: Der Körper verdeckt sie.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="215"/>
        <source>Cut out from</source>
        <translation>Ausschneiden ab</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="216"/>
        <source>How far a colour must be from the backdrop to count as cloth. Lower it for white on white.</source>
        <translation>Wie weit eine Farbe vom Hintergrund abweichen muss, um als Stoff zu gelten. Für Weiß auf Weiß verringern.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="217"/>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="218"/>
        <source>Gaps are see-through</source>
        <translation>Lücken sind durchsichtig</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="218"/>
        <source>Patches of the backdrop&apos;s colour inside the garment are holes.</source>
        <translation>Flecken in der Farbe des Hintergrunds sind Löcher.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="220"/>
        <source>Take away the inside of the collar</source>
        <translation>Innenseite des Kragens wegnehmen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="220"/>
        <source>The back of the neckline that a flat garment shows.</source>
        <translation>Den hinteren Ausschnitt, den ein liegendes Stück zeigt.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="223"/>
        <source>Collar edge</source>
        <translation>Kragenkante</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="223"/>
        <source>Where the collar is cut, if the strongest edge is the wrong one.</source>
        <translation>Wo der Kragen geschnitten wird, wenn die stärkste Kante die falsche ist.</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="224"/>
        <source>Strongest</source>
        <translation>Die stärkste</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="224"/>
        <source>Next deeper</source>
        <translation>Die nächsttiefere</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="224"/>
        <source>Third</source>
        <translation>Die dritte</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="224"/>
        <source>Fourth</source>
        <translation>Die vierte</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="249"/>
        <source>Automatic: %1</source>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_panel.cpp" line="257"/>
        <source>None chosen</source>
        <translation>Keiner gewählt</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FitWarningList</name>
    <message>
        <location filename="../ui/fitting/fit_warnings.cpp" line="62"/>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <location filename="../ui/fitting/fit_warnings.cpp" line="62"/>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>retailor::ui::FolderList</name>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="24"/>
        <source>Folders that are searched for models</source>
        <translation>Ordner, in denen Modelle gesucht werden</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="29"/>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="29"/>
        <source>Search another folder for models</source>
        <translation>Modelle in einem weiteren Ordner suchen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="30"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="30"/>
        <source>Search this folder no longer; nothing in it is deleted</source>
        <translation>Nicht mehr in diesem Ordner suchen; darin wird nichts gelöscht</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="32"/>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="32"/>
        <source>Search this folder earlier</source>
        <translation>Diesen Ordner früher durchsuchen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="33"/>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="33"/>
        <source>Search this folder later</source>
        <translation>Diesen Ordner später durchsuchen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="58"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="59"/>
        <source>%1 (not there)</source>
        <translation>%1 (nicht vorhanden)</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/folder_list.cpp" line="74"/>
        <source>A folder with models</source>
        <translation>Ein Ordner mit Modellen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::GarmentFitting</name>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="227"/>
        <source>Reset this pin</source>
        <translation>Diesen Stift zurückstellen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="229"/>
        <source>Remove this pin</source>
        <translation>Diesen Stift entfernen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="88"/>
        <source>Fitting…</source>
        <translation>Wird angepasst …</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="89"/>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="131"/>
        <source>Fit to the person</source>
        <translation>Der Person anpassen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="242"/>
        <source>Mark the worn garment</source>
        <translation>Getragenes Stück markieren</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="247"/>
        <source>Use the mask as the worn garment</source>
        <translation>Maske als getragenes Stück verwenden</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="260"/>
        <source>Do not fit</source>
        <translation>Nicht anpassen</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="220"/>
        <source>Pin: %1</source>
        <translation>Stift: %1</translation>
    </message>
    <message>
        <location filename="../ui/fitting/garment_fitting.cpp" line="147"/>
        <source>%1 is fitted to the same place. Set its weight to 0 % to leave it out.</source>
        <translation>%1 ist an derselben Stelle angepasst. Setzen Sie sein Gewicht auf 0 %, um es wegzulassen.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::GeneralPage</name>
    <message>
        <location filename="../ui/preferences/general_page.cpp" line="37"/>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <location filename="../ui/preferences/general_page.cpp" line="38"/>
        <source>Processor threads of a run</source>
        <translation>Prozessor-Threads eines Laufs</translation>
    </message>
    <message>
        <location filename="../ui/preferences/general_page.cpp" line="39"/>
        <source>Fewer leave room for other programs. The result is the same with any number.</source>
        <translation>Weniger lassen anderen Programmen Platz. Das Ergebnis ist mit jeder Zahl dasselbe.</translation>
    </message>
    <message>
        <location filename="../ui/preferences/general_page.cpp" line="41"/>
        <source>Previews a second, at most</source>
        <translation>Höchstens so viele Vorschauen je Sekunde</translation>
    </message>
    <message>
        <location filename="../ui/preferences/general_page.cpp" line="42"/>
        <source>Both take effect with the next run.</source>
        <translation>Beides gilt ab dem nächsten Lauf.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::HelpMenu</name>
    <message>
        <location filename="../ui/window/help_menu.cpp" line="10"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../ui/window/help_menu.cpp" line="12"/>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <location filename="../ui/window/help_menu.cpp" line="12"/>
        <location filename="../ui/window/help_menu.cpp" line="13"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../ui/window/help_menu.cpp" line="13"/>
        <source>&amp;About Retailor</source>
        <translation>Ü&amp;ber Retailor</translation>
    </message>
    <message>
        <location filename="../ui/window/help_menu.cpp" line="23"/>
        <source>About Retailor</source>
        <translation>Über Retailor</translation>
    </message>
    <message>
        <location filename="../ui/window/help_menu.cpp" line="24"/>
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
        <location filename="../ui/window/key_sheet.cpp" line="33"/>
        <source>On the canvas</source>
        <translation>Auf der Leinwand</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="34"/>
        <source>See the original</source>
        <translation>Das Original sehen</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="34"/>
        <source>hold Tab</source>
        <translation>Tab halten</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="35"/>
        <source>Move the picture</source>
        <translation>Das Bild verschieben</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="35"/>
        <source>Space + drag, middle button</source>
        <translation>Leertaste + ziehen, mittlere Taste</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="36"/>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="36"/>
        <source>wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="36"/>
        <source>Add with any tool</source>
        <translation>Mit jedem Werkzeug hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="36"/>
        <source>hold Shift</source>
        <translation>Umschalt halten</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="37"/>
        <source>Subtract with any tool</source>
        <translation>Mit jedem Werkzeug abziehen</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="37"/>
        <source>hold Alt</source>
        <translation>Alt halten</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="63"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="38"/>
        <source>Close scissors, apply scribbles</source>
        <translation>Schere schließen, Striche anwenden</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="38"/>
        <source>Enter, double-click</source>
        <translation>Eingabe, Doppelklick</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="39"/>
        <source>Take back an anchor or a stroke</source>
        <translation>Anker oder Strich zurücknehmen</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="39"/>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="40"/>
        <source>Drop as mask or parsing map</source>
        <translation>Als Maske oder Parsing-Karte ablegen</translation>
    </message>
    <message>
        <location filename="../ui/window/key_sheet.cpp" line="40"/>
        <source>hold Ctrl</source>
        <translation>Strg halten</translation>
    </message>
</context>
<context>
    <name>retailor::ui::LassoTool</name>
    <message>
        <location filename="../ui/tools/lasso_tool.cpp" line="23"/>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
</context>
<context>
    <name>retailor::ui::LayerRow</name>
    <message>
        <location filename="../ui/results/layer_row.cpp" line="26"/>
        <source>Name of the layer</source>
        <translation>Name der Ebene</translation>
    </message>
    <message>
        <location filename="../ui/results/layer_row.cpp" line="43"/>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/results/layer_row.cpp" line="43"/>
        <source>Show %1</source>
        <translation>%1 einblenden</translation>
    </message>
    <message>
        <location filename="../ui/results/layer_row.cpp" line="44"/>
        <source>Hide this layer</source>
        <translation>Diese Ebene ausblenden</translation>
    </message>
    <message>
        <location filename="../ui/results/layer_row.cpp" line="44"/>
        <source>Show this layer</source>
        <translation>Diese Ebene einblenden</translation>
    </message>
    <message>
        <location filename="../ui/results/layer_row.cpp" line="53"/>
        <source>The photo stays as it is; results lie over it.</source>
        <translation>Das Foto bleibt, wie es ist; Ergebnisse liegen darüber.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::LayersPanel</name>
    <message>
        <location filename="../ui/results/layers_panel.cpp" line="26"/>
        <source>Layers, top first</source>
        <translation>Ebenen, oberste zuerst</translation>
    </message>
    <message>
        <location filename="../ui/results/layers_panel.cpp" line="41"/>
        <location filename="../ui/results/layers_panel.cpp" line="43"/>
        <source>Opacity of the layer</source>
        <translation>Deckkraft der Ebene</translation>
    </message>
    <message>
        <location filename="../ui/results/layers_panel.cpp" line="50"/>
        <source>Move the layer up</source>
        <translation>Ebene nach oben</translation>
    </message>
    <message>
        <location filename="../ui/results/layers_panel.cpp" line="51"/>
        <source>Move the layer down</source>
        <translation>Ebene nach unten</translation>
    </message>
    <message>
        <location filename="../ui/results/layers_panel.cpp" line="52"/>
        <source>Remove the layer (Delete)</source>
        <translation>Ebene entfernen (Entf)</translation>
    </message>
    <message>
        <location filename="../ui/results/layers_panel.cpp" line="141"/>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <location filename="../ui/results/layers_panel.cpp" line="142"/>
        <source>Photo, locked</source>
        <translation>Foto, gesperrt</translation>
    </message>
</context>
<context>
    <name>retailor::ui::LoraList</name>
    <message>
        <location filename="../ui/run/settings/lora_list.cpp" line="19"/>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/lora_list.cpp" line="20"/>
        <source>Choose files with low-rank changes (LoRA) of the model: .safetensors, .bin, .pt</source>
        <translation>Dateien mit Änderungen des Modells (LoRA) wählen: .safetensors, .bin, .pt</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/lora_list.cpp" line="46"/>
        <source>Strength of %1</source>
        <translation>Stärke von %1</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/lora_list.cpp" line="47"/>
        <source>How strongly it changes the model; below zero it works against what it was trained to do.</source>
        <translation>Wie stark sie das Modell ändert; unter null wirkt sie dem Gelernten entgegen.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/lora_list.cpp" line="56"/>
        <source>Take out %1</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/lora_list.cpp" line="57"/>
        <source>Run without it; the file stays</source>
        <translation>Ohne sie arbeiten; die Datei bleibt</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/lora_list.cpp" line="70"/>
        <source>LoRA files</source>
        <translation>LoRA-Dateien</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/lora_list.cpp" line="70"/>
        <source>LoRA files (*.safetensors *.bin *.pt *.pth *.ckpt)</source>
        <translation>LoRA-Dateien (*.safetensors *.bin *.pt *.pth *.ckpt)</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MainWindow</name>
    <message>
        <location filename="../ui/window/main_window.cpp" line="86"/>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="110"/>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="112"/>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="113"/>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="218"/>
        <source>Working on the mask</source>
        <translation>Die Maske wird bearbeitet</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="182"/>
        <source>Drag inside to move, a corner to scale, the knob above to turn. Enter finishes.</source>
        <translation>Innen ziehen verschiebt, eine Ecke skaliert, der Knopf darüber dreht. Eingabe beendet.</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="307"/>
        <source>%1[*] — Retailor</source>
        <translation>%1[*] — Retailor</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="307"/>
        <source>Retailor</source>
        <translation>Retailor</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="111"/>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="216"/>
        <source>Telling the parts apart</source>
        <translation>Teile werden unterschieden</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="225"/>
        <source>Reading the parsing map</source>
        <translation>Parsing-Karte wird gelesen</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="234"/>
        <source>Looking for faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window.cpp" line="239"/>
        <source>Writing the marked parts</source>
        <translation>Die markierten Teile werden geschrieben</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MapQuestions</name>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="17"/>
        <source>&amp;Cut faces off below the chin</source>
        <translation>&amp;Gesichter unter dem Kinn abschneiden</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="15"/>
        <source>S&amp;tretch it to the picture</source>
        <translation>Auf das Bild s&amp;trecken</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="16"/>
        <source>&amp;Divide whole-body clothes at the waist</source>
        <translation>Ganzkörperkleidung an der &amp;Taille teilen</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="34"/>
        <source>Which way the map lies</source>
        <translation>Wie die Karte liegt</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="35"/>
        <source>Found out</source>
        <translation>Wird erkannt</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="36"/>
        <source>As it lies</source>
        <translation>Wie sie liegt</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="37"/>
        <source>A quarter to the right</source>
        <translation>Ein Viertel nach rechts</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="38"/>
        <source>A quarter to the left</source>
        <translation>Ein Viertel nach links</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="39"/>
        <source>Upside down</source>
        <translation>Auf dem Kopf</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="42"/>
        <source>A dress or an overall then counts as upper and lower clothes, so that half of it can be replaced.</source>
        <translation>Ein Kleid oder Overall zählt dann als Ober- und Unterbekleidung, sodass sich die Hälfte davon ersetzen lässt.</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="45"/>
        <source>Faces of these labels often go on down the neck, which then counts as skin. The chin is found on the picture.</source>
        <translation>Gesichter reichen bei diesen Bezeichnungen oft den Hals hinab, der dann als Haut zählt. Das Kinn wird auf dem Bild gesucht.</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="53"/>
        <source>T&amp;urned</source>
        <translation>Ge&amp;dreht</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="99"/>
        <source>Looking for faces…</source>
        <translation>Gesichter werden gesucht…</translation>
    </message>
    <message>
        <location filename="../ui/regions/map_questions.cpp" line="108"/>
        <source>No face seen from the front was found.</source>
        <translation>Es wurde kein Gesicht gefunden, das von vorn zu sehen ist.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MaskCanvas</name>
    <message>
        <location filename="../ui/references/mask_canvas.cpp" line="18"/>
        <source>The reference; what is shaded does not count</source>
        <translation>Die Referenz; was schattiert ist, zählt nicht</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_canvas.cpp" line="246"/>
        <source>Preparing the picture…</source>
        <translation>Das Bild wird vorbereitet …</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MaskEditor</name>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="54"/>
        <source>What counts of “%1”</source>
        <translation>Was von „%1“ zählt</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="93"/>
        <source>Use this</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="122"/>
        <source>Brush: this counts (B)</source>
        <translation>Pinsel: das zählt (B)</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="123"/>
        <source>Eraser: this does not count (E)</source>
        <translation>Radierer: das zählt nicht (E)</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="124"/>
        <source>Box: find the object inside it (M)</source>
        <translation>Rahmen: das Objekt darin finden (M)</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="145"/>
        <location filename="../ui/references/mask_editor.cpp" line="148"/>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="171"/>
        <source>Find the parts with a parser…</source>
        <translation>Die Teile mit einem Parser finden…</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="174"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="176"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="172"/>
        <source>Invert: swap what counts</source>
        <translation>Umkehren: tauschen, was zählt</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="173"/>
        <source>The whole picture counts</source>
        <translation>Das ganze Bild zählt</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="214"/>
        <source>Nothing of this picture counts now. Paint over the part that counts, or let the whole picture count.</source>
        <translation>Von diesem Bild zählt jetzt nichts. Übermalen Sie den Teil, der zählt, oder lassen Sie das ganze Bild zählen.</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="126"/>
        <source>Smart scissors: click along an edge, double-click to close (S)</source>
        <translation>Intelligente Schere: an einer Kante entlang klicken, Doppelklick schließt (S)</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="125"/>
        <source>Ellipse: what is inside counts; with Alt no longer (O)</source>
        <translation>Ellipse: Was darin liegt, zählt; mit Alt nicht mehr (O)</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="127"/>
        <source>Wand: what has the clicked colour counts; with Alt no longer (W)</source>
        <translation>Zauberstab: Was die angeklickte Farbe hat, zählt; mit Alt nicht mehr (W)</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="128"/>
        <source>Scribble on what counts, and with Alt on what does not: all like it follows (R)</source>
        <translation>Stricheln Sie auf dem, was zählt, und mit Alt auf dem, was nicht zählt: Alles Ähnliche folgt (R)</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="170"/>
        <source>A mask or parsing map from a file…</source>
        <translation>Eine Maske oder Parsing-Karte aus einer Datei …</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_editor.cpp" line="190"/>
        <source>What is shaded does not count. Draw a box round an object, trace it with smart scissors, or scribble on it (Alt: on what does not count), then mend the edge with brush and eraser.</source>
        <translation>Was abgedunkelt ist, zählt nicht. Ziehen Sie einen Rahmen um ein Objekt, fahren Sie es mit der intelligenten Schere nach, oder stricheln Sie darauf (mit Alt: auf dem, was nicht zählt); bessern Sie dann den Rand mit Pinsel und Radierer aus.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MaskFinder</name>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="21"/>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="21"/>
        <source>What of this picture the method shall see.</source>
        <translation>Was das Verfahren von diesem Bild sehen soll.</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="53"/>
        <source>Nothing was found that way. Draw it more closely round the object, or choose another tool.</source>
        <translation>So wurde nichts gefunden. Den Rahmen enger um das Objekt ziehen oder ein anderes Werkzeug wählen.</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="62"/>
        <source>Finding the object in the box…</source>
        <translation>Das Objekt im Rahmen wird gesucht…</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="68"/>
        <source>Finding what has that colour…</source>
        <translation>Was diese Farbe hat, wird gesucht…</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="76"/>
        <source>Telling apart what counts…</source>
        <translation>Was zählt, wird unterschieden…</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="85"/>
        <source>A mask or parsing map for “%1”</source>
        <translation>Eine Maske oder Parsing-Karte für „%1“</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="86"/>
        <source>Masks and parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)</source>
        <translation>Masken und Parsing-Karten (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="89"/>
        <source>Reading the mask…</source>
        <translation>Die Maske wird gelesen…</translation>
    </message>
    <message>
        <location filename="../ui/references/mask_finder.cpp" line="111"/>
        <source>Showing the parts…</source>
        <translation>Die Teile werden gezeigt…</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MaskMenu</name>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="21"/>
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="28"/>
        <source>&amp;Grow…</source>
        <translation>&amp;Vergrößern …</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="28"/>
        <source>Grow by how many pixels?</source>
        <translation>Um wie viele Pixel vergrößern?</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="30"/>
        <source>&amp;Shrink…</source>
        <translation>Ver&amp;kleinern …</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="30"/>
        <source>Shrink by how many pixels?</source>
        <translation>Um wie viele Pixel verkleinern?</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="32"/>
        <source>&amp;Feather…</source>
        <translation>&amp;Weiche Kante …</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="32"/>
        <source>Soften the edge over how many pixels each side?</source>
        <translation>Die Kante über wie viele Pixel je Seite weichzeichnen?</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="34"/>
        <source>&amp;Clean…</source>
        <translation>&amp;Säubern …</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="35"/>
        <source>Fill holes and drop islands smaller than how many pixels?</source>
        <translation>Löcher füllen und Inseln entfernen, die kleiner sind als wie viele Pixel?</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="38"/>
        <source>&amp;Invert</source>
        <translation>&amp;Umkehren</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="39"/>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="41"/>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="44"/>
        <location filename="../ui/window/mask_menu.cpp" line="48"/>
        <location filename="../ui/window/mask_menu.cpp" line="52"/>
        <location filename="../ui/window/mask_menu.cpp" line="56"/>
        <location filename="../ui/window/mask_menu.cpp" line="65"/>
        <location filename="../ui/window/mask_menu.cpp" line="71"/>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="66"/>
        <location filename="../ui/window/mask_menu.cpp" line="84"/>
        <source>Mask: %1</source>
        <translation>Maske: %1</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="98"/>
        <source>Mask from a file</source>
        <translation>Maske aus einer Datei</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="102"/>
        <source>The mask %1 is %2 × %3 pixels, but the photo is %4 × %5; use a mask of the photo&apos;s size.</source>
        <translation>Die Maske %1 hat %2 × %3 Pixel, das Foto aber %4 × %5; verwenden Sie eine Maske in der Größe des Fotos.</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="44"/>
        <source>Parts from a &amp;parsing map…</source>
        <translation>Teile aus einer &amp;Parsing-Karte …</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="48"/>
        <source>Find the parts &amp;with a parser…</source>
        <translation>Teile mit einem Parser &amp;finden …</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="52"/>
        <source>S&amp;uggest parts from the face</source>
        <translation>Teile nach dem &amp;Gesicht vorschlagen</translation>
    </message>
    <message>
        <location filename="../ui/window/mask_menu.cpp" line="56"/>
        <source>Sa&amp;ve the marked parts…</source>
        <translation>Markierte Teile &amp;speichern …</translation>
    </message>
</context>
<context>
    <name>retailor::ui::MessageBar</name>
    <message>
        <location filename="../ui/window/message_bar.cpp" line="20"/>
        <source>Message</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <location filename="../ui/window/message_bar.cpp" line="26"/>
        <location filename="../ui/window/message_bar.cpp" line="27"/>
        <source>Close the message</source>
        <translation>Mitteilung schließen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ModelChoice</name>
    <message>
        <location filename="../ui/run/settings/model_choice.cpp" line="16"/>
        <source>Automatic: %1</source>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/model_choice.cpp" line="17"/>
        <source>The model that fits best</source>
        <translation>Das Modell, das am besten passt</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ModelTree</name>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="38"/>
        <source>Models that were found, and their parts</source>
        <translation>Gefundene Modelle und ihre Teile</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="39"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="39"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="39"/>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="39"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="39"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="80"/>
        <source>not told</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="84"/>
        <source>whole</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="84"/>
        <source>something is missing</source>
        <translation>etwas fehlt</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="91"/>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="91"/>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="117"/>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/model_tree.cpp" line="120"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ModelsPage</name>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="35"/>
        <source>Reading %1 of %2</source>
        <translation>%1 von %2 wird gelesen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="48"/>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="49"/>
        <source>Read every byte of the chosen model: its hashes, and whether all is there and sound</source>
        <translation>Jedes Byte des gewählten Modells lesen: Prüfsummen, und ob alles da und heil ist</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="50"/>
        <source>Download…</source>
        <translation>Herunterladen …</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="50"/>
        <source>Get a public model; its licence and size are shown first</source>
        <translation>Ein öffentliches Modell holen; Lizenz und Größe werden zuerst gezeigt</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="57"/>
        <source>About the chosen model</source>
        <translation>Über das gewählte Modell</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="73"/>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="73"/>
        <source>Search the folders again</source>
        <translation>Die Ordner noch einmal durchsuchen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="80"/>
        <source>Folders that are searched for models, in this order. Nothing in them is changed, and nothing is downloaded unless you ask.</source>
        <translation>In diesen Ordnern werden Modelle gesucht, in dieser Reihenfolge. Nichts darin wird verändert, und nichts wird ungefragt heruntergeladen.</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="147"/>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht …</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models_page.cpp" line="147"/>
        <source>No model was found. Add the folder of one, or put one into a folder above.</source>
        <translation>Es wurde kein Modell gefunden. Fügen Sie seinen Ordner hinzu, oder legen Sie eines in einen der Ordner oben.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ObjectTool</name>
    <message>
        <location filename="../ui/tools/object_tool.cpp" line="16"/>
        <source>Object box</source>
        <translation>Objektrahmen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ParserDialog</name>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="36"/>
        <source>Find the parts</source>
        <translation>Teile finden</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="37"/>
        <source>Model folders…</source>
        <translation>Modellordner …</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="40"/>
        <source>Find the parts with a parser</source>
        <translation>Teile mit einem Parser finden</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="55"/>
        <source>Human parser</source>
        <translation>Personen-Parser</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="83"/>
        <source>Looking for human parsers</source>
        <translation>Personen-Parser werden gesucht</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="95"/>
        <source>No human parser was found: put the folder of one, for example mattmdjaga/segformer_b2_clothes from Hugging Face (config.json, model.safetensors, preprocessor_config.json; 110 MB), into %1 or into another model folder.</source>
        <translation>Kein Personen-Parser gefunden: Legen Sie den Ordner von einem, zum Beispiel mattmdjaga/segformer_b2_clothes von Hugging Face (config.json, model.safetensors, preprocessor_config.json; 110 MB), in %1 oder in einen anderen Modellordner.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="105"/>
        <source>Its folder does not tell its licence.</source>
        <translation>Sein Ordner nennt keine Lizenz.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="106"/>
        <source>Licence, as its folder tells: %1.</source>
        <translation>Lizenz laut seinem Ordner: %1.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="108"/>
        <source>The encoder of every SegFormer began as NVIDIA&apos;s MiT, whose licence allows research and evaluation only.</source>
        <translation>Der Encoder jedes SegFormers entstand aus NVIDIAs MiT, dessen Lizenz nur Forschung und Bewertung erlaubt.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parser_dialog.cpp" line="127"/>
        <source>Looking for the parts of the person</source>
        <translation>Teile der Person werden gesucht</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ParsingImport</name>
    <message>
        <location filename="../ui/regions/parsing_import.cpp" line="47"/>
        <source>Open a parsing map</source>
        <translation>Parsing-Karte öffnen</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_import.cpp" line="66"/>
        <source>Mark on the photo</source>
        <translation>Im Foto markieren</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_import.cpp" line="67"/>
        <source>Marks it as worn, for fitting and replacing clothes; arms, hands and bags as lying in front.</source>
        <translation>Markiert es als getragen, um Kleidung anzupassen und zu ersetzen; Arme, Hände und Taschen als davor liegend.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_import.cpp" line="68"/>
        <source>May change</source>
        <translation>Darf sich ändern</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_import.cpp" line="68"/>
        <source>Adds it to the mask.</source>
        <translation>Fügt es der Maske hinzu.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_import.cpp" line="80"/>
        <location filename="../ui/regions/parsing_import.cpp" line="82"/>
        <source>Parts from a parsing map</source>
        <translation>Teile aus einer Parsing-Karte</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_import.cpp" line="48"/>
        <source>Parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)</source>
        <translation>Parsing-Karten (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ParsingMapDialog</name>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="41"/>
        <source>Use these</source>
        <translation>Diese verwenden</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="89"/>
        <source>What its labels mean</source>
        <translation>Was ihre Nummern bedeuten</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="93"/>
        <source>&amp;Labels</source>
        <translation>&amp;Nummern</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="129"/>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="169"/>
        <source>Which labels are which parts</source>
        <translation>Welche Nummern welche Teile sind</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="169"/>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="196"/>
        <source>Schemes (*.json)</source>
        <translation>Zuordnungen (*.json)</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="226"/>
        <source>These labels are coarse: correct the parts with the brush afterwards.</source>
        <translation>Diese Nummern sind grob: Bessern Sie die Teile danach mit dem Pinsel nach.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="228"/>
        <source>The map could be of another kind too. Check that the parts lie right, or choose other labels above.</source>
        <translation>Die Karte könnte auch von anderer Art sein. Prüfen Sie, ob die Teile richtig liegen, oder wählen Sie oben andere Nummern.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="42"/>
        <source>Sa&amp;ve table…</source>
        <translation>Tabelle s&amp;peichern …</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="45"/>
        <source>Parts of the person, from “%1”</source>
        <translation>Teile der Person, aus „%1“</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="73"/>
        <source>&amp;Parts</source>
        <translation>&amp;Teile</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="74"/>
        <source>&amp;Classes of the map</source>
        <translation>&amp;Klassen der Karte</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="91"/>
        <source>Writes which class is which part into a file, to be taken again with “From a file…”.</source>
        <translation>Schreibt in eine Datei, welche Klasse welcher Teil ist; „Aus einer Datei …“ holt sie wieder.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="104"/>
        <source>The picture with the parts that the map shows</source>
        <translation>Das Bild mit den Teilen, die die Karte zeigt</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="191"/>
        <source>My table, after %1</source>
        <translation>Eigene Tabelle nach %1</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="196"/>
        <source>Save which class is which part</source>
        <translation>Speichern, welche Klasse welcher Teil ist</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="203"/>
        <source>Saved. “From a file…” under Labels takes it again.</source>
        <translation>Gespeichert. „Aus einer Datei …“ bei den Beschriftungen holt sie wieder.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="232"/>
        <source>Choose a part for each class that shows one.</source>
        <translation>Wählen Sie für jede Klasse, die einen Teil zeigt, diesen Teil.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parsing_map_dialog.cpp" line="242"/>
        <source>What is looked for is not among the parts found: tick those that you want.</source>
        <translation>Das Gesuchte ist nicht unter den gefundenen Teilen: die gewünschten ankreuzen.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PartTable</name>
    <message>
        <location filename="../ui/regions/part_table.cpp" line="21"/>
        <source>The parts found</source>
        <translation>Die gefundenen Teile</translation>
    </message>
    <message>
        <location filename="../ui/regions/part_table.cpp" line="24"/>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <location filename="../ui/regions/part_table.cpp" line="24"/>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <location filename="../ui/regions/part_table.cpp" line="59"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PartsExport</name>
    <message>
        <location filename="../ui/regions/parts_export.cpp" line="30"/>
        <source>No part is marked on the photo yet. Mark one with a tool, or bring in a parsing map.</source>
        <translation>Auf dem Foto ist noch kein Teil markiert. Markieren Sie einen mit einem Werkzeug, oder holen Sie eine Parsing-Karte.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parts_export.cpp" line="32"/>
        <source>A folder for the masks of the parts</source>
        <translation>Ein Ordner für die Masken der Teile</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/regions/parts_export.cpp" line="44"/>
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
        <location filename="../ui/regions/parts_suggestion.cpp" line="34"/>
        <source>No face was found. Scribble on the parts yourself (R), or bring in a parsing map.</source>
        <translation>Es wurde kein Gesicht gefunden. Stricheln Sie selbst auf den Teilen (R), oder holen Sie eine Parsing-Karte.</translation>
    </message>
    <message>
        <location filename="../ui/regions/parts_suggestion.cpp" line="41"/>
        <source>This is a guess from the face, for someone who stands upright. Mend it with strokes, with Alt on what is none of the parts; Enter marks the parts, Esc discards them.</source>
        <translation>Das ist vom Gesicht aus geraten, für jemanden, der aufrecht steht. Verbessern Sie es mit Strichen, mit Alt auf dem, was keiner der Teile ist; Eingabe markiert die Teile, Esc verwirft sie.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PercentSlider</name>
    <message>
        <location filename="../ui/controls/percent_slider.cpp" line="20"/>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PoseField</name>
    <message>
        <location filename="../ui/run/settings/pose_field.cpp" line="16"/>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/pose_field.cpp" line="17"/>
        <source>Choose a DensePose picture of the photo&apos;s size: it says how the person stands</source>
        <translation>Ein DensePose-Bild in der Größe des Fotos wählen: es sagt, wie die Person steht</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/pose_field.cpp" line="21"/>
        <source>Take out the pose</source>
        <translation>Pose herausnehmen</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/pose_field.cpp" line="22"/>
        <source>Run without a pose; the file stays</source>
        <translation>Ohne Pose rechnen; die Datei bleibt</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/pose_field.cpp" line="41"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/pose_field.cpp" line="47"/>
        <source>Pose picture</source>
        <translation>Posenbild</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/pose_field.cpp" line="47"/>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>retailor::ui::PreferencesDialog</name>
    <message>
        <location filename="../ui/preferences/preferences_dialog.cpp" line="16"/>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/preferences_dialog.cpp" line="19"/>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <location filename="../ui/preferences/preferences_dialog.cpp" line="24"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../ui/preferences/preferences_dialog.cpp" line="23"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RecoveryBar</name>
    <message>
        <location filename="../ui/window/recovery_bar.cpp" line="10"/>
        <source>Unsaved work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <location filename="../ui/window/recovery_bar.cpp" line="13"/>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <location filename="../ui/window/recovery_bar.cpp" line="15"/>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RectangleTool</name>
    <message>
        <location filename="../ui/tools/box_tool.cpp" line="46"/>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ReferenceCard</name>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="48"/>
        <source>Weight of this reference</source>
        <translation>Gewicht dieser Referenz</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="62"/>
        <source>How much this reference counts. At 0 % it is left out.</source>
        <translation>Wie viel diese Referenz zählt. Bei 0 % bleibt sie weg.</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="89"/>
        <source>Choose which part of it counts</source>
        <translation>Wählen, welcher Teil davon zählt</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="90"/>
        <source>Place it on the photo</source>
        <translation>Auf dem Foto platzieren</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="92"/>
        <source>Remove this reference</source>
        <translation>Diese Referenz entfernen</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="137"/>
        <source>Body region</source>
        <translation>Körperregion</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="158"/>
        <source>Reference %1 for %2</source>
        <translation>Referenz %1 für %2</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="160"/>
        <source>Placed on the photo. Click to move it.</source>
        <translation>Auf dem Foto platziert. Klicken zum Verschieben.</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="161"/>
        <source>Place it on the photo. Until then the method finds a place.</source>
        <translation>Auf dem Foto platzieren. Bis dahin sucht das Verfahren den Platz.</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="113"/>
        <location filename="../ui/references/reference_card.cpp" line="114"/>
        <location filename="../ui/references/reference_card.cpp" line="130"/>
        <source>Fit to the person</source>
        <translation>Der Person anpassen</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="94"/>
        <source>Change its body region, or share it out to several</source>
        <translation>Die Körperregion ändern oder auf mehrere aufteilen</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="130"/>
        <source>Fitted to the person</source>
        <translation>Der Person angepasst</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="131"/>
        <source>Bent onto what the person wears. Click to see and move its pins.</source>
        <translation>Auf das gebogen, was die Person trägt. Ein Klick zeigt die Stifte.</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="132"/>
        <source>Bends the garment onto the one that the person wears, with pins to drag.</source>
        <translation>Biegt das Stück auf das, was die Person trägt, mit Stiften zum Ziehen.</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="145"/>
        <source>A whole person</source>
        <translation>Eine ganze Person</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="146"/>
        <source>Share out by a parsing map…</source>
        <translation>Nach einer Parsing-Karte aufteilen…</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="150"/>
        <source>Share out with a parser…</source>
        <translation>Mit einem Parser aufteilen…</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="191"/>
        <source>small, less than 64 pixels across</source>
        <translation>klein, unter 64 Pixel</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="192"/>
        <source>less than 1 % of its picture counts</source>
        <translation>weniger als 1 % des Bildes zählt</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="193"/>
        <source>blurred</source>
        <translation>unscharf</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="194"/>
        <source>cut off by its picture&apos;s edge</source>
        <translation>vom Bildrand abgeschnitten</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="196"/>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_card.cpp" line="197"/>
        <source>It may serve badly: %1.</source>
        <translation>Es taugt vielleicht wenig: %1.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ReferenceShareOut</name>
    <message>
        <location filename="../ui/references/reference_share_out.cpp" line="42"/>
        <source>A parsing map of “%1”</source>
        <translation>Eine Parsing-Karte von „%1“</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_share_out.cpp" line="43"/>
        <source>Parsing maps (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;All files (*)</source>
        <translation>Parsing-Karten (*.png *.npy *.json *.tif *.tiff *.webp *.jpg *.jpeg);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_share_out.cpp" line="64"/>
        <source>Becomes a reference</source>
        <translation>Wird zur Referenz</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_share_out.cpp" line="64"/>
        <source>Puts this picture into the part&apos;s row, with the part alone counting.</source>
        <translation>Legt dieses Bild in die Zeile des Teils; nur der Teil zählt.</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_share_out.cpp" line="81"/>
        <source>Share out a reference</source>
        <translation>Referenz aufteilen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ReferenceTray</name>
    <message>
        <location filename="../ui/references/reference_tray.cpp" line="119"/>
        <source>Add references</source>
        <translation>Referenzen hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_tray.cpp" line="119"/>
        <source>Pictures (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.webp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_tray.cpp" line="127"/>
        <source>Open a photo first, then add references to it.</source>
        <translation>Öffnen Sie zuerst ein Foto, dann fügen Sie Referenzen hinzu.</translation>
    </message>
    <message>
        <location filename="../ui/references/reference_tray.cpp" line="143"/>
        <source>A whole garment on a plain ground? “Fit to the person” bends it onto what the person wears.</source>
        <translation>Ein ganzes Kleidungsstück auf einfarbigem Grund? „Der Person anpassen“ biegt es auf das, was die Person trägt.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RegionRow</name>
    <message>
        <location filename="../ui/references/region_row.cpp" line="38"/>
        <source>Work on this region: the mask takes its colour.</source>
        <translation>An dieser Region arbeiten: die Maske nimmt ihre Farbe an.</translation>
    </message>
    <message>
        <location filename="../ui/references/region_row.cpp" line="42"/>
        <source>Add a reference for %1</source>
        <translation>Referenz für %1 hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/references/region_row.cpp" line="43"/>
        <source>Add a reference for %1, or drop pictures here</source>
        <translation>Referenz für %1 hinzufügen, oder Bilder hier ablegen</translation>
    </message>
    <message>
        <location filename="../ui/references/region_row.cpp" line="44"/>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ReplaceMenu</name>
    <message>
        <location filename="../ui/regions/replace_menu.cpp" line="13"/>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <location filename="../ui/regions/replace_menu.cpp" line="21"/>
        <location filename="../ui/regions/replace_menu.cpp" line="37"/>
        <source>Replace: %1</source>
        <translation>Ersetzen: %1</translation>
    </message>
    <message>
        <location filename="../ui/regions/replace_menu.cpp" line="21"/>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../ui/regions/replace_menu.cpp" line="26"/>
        <source>Sleeves &amp;may change: draw arms and hands anew</source>
        <translation>Ärmel &amp;dürfen sich ändern: Arme und Hände neu zeichnen</translation>
    </message>
    <message>
        <location filename="../ui/regions/replace_menu.cpp" line="29"/>
        <source>Off, arms, hands and what else is marked as lying in front stay as they are. For upper and whole-body clothes.</source>
        <translation>Ohne Haken bleiben Arme, Hände und was sonst als davor liegend markiert ist, wie sie sind. Für Ober- und Ganzkörperkleidung.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RunMenu</name>
    <message>
        <location filename="../ui/window/run_menu.cpp" line="6"/>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <location filename="../ui/window/run_menu.cpp" line="9"/>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <location filename="../ui/window/run_menu.cpp" line="13"/>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <location filename="../ui/window/run_menu.cpp" line="14"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/window/run_menu.cpp" line="15"/>
        <source>Stop and &amp;keep this</source>
        <translation>Anhalten und dies &amp;behalten</translation>
    </message>
    <message>
        <location filename="../ui/window/run_menu.cpp" line="17"/>
        <source>&amp;Apply the result</source>
        <translation>Ergebnis &amp;anwenden</translation>
    </message>
    <message>
        <location filename="../ui/window/run_menu.cpp" line="18"/>
        <source>&amp;Discard the result</source>
        <translation>Ergebnis &amp;verwerfen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RunPanel</name>
    <message>
        <location filename="../ui/run/run_panel.cpp" line="47"/>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <location filename="../ui/run/run_panel.cpp" line="81"/>
        <source>Complete the painted part (Ctrl+Enter)</source>
        <translation>Den übermalten Teil ergänzen (Strg+Eingabe)</translation>
    </message>
    <message>
        <location filename="../ui/run/run_panel.cpp" line="50"/>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <location filename="../ui/run/run_panel.cpp" line="83"/>
        <source>Open the preferences where models are found, checked and downloaded</source>
        <translation>Die Einstellungen öffnen, in denen Modelle gefunden, geprüft und heruntergeladen werden</translation>
    </message>
</context>
<context>
    <name>retailor::ui::RunSession</name>
    <message>
        <location filename="../ui/run/run_session.cpp" line="84"/>
        <source>The completion method “%1” is not here. Choose another one in the Generate panel.</source>
        <translation>Das Verfahren „%1“ ist nicht da. Wählen Sie im Feld Erzeugen ein anderes.</translation>
    </message>
    <message>
        <location filename="../ui/run/run_session.cpp" line="99"/>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <location filename="../ui/run/run_session.cpp" line="122"/>
        <source>There is not enough memory to start. Close other programs and try again.</source>
        <translation>Der Speicher reicht nicht für den Start. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SchemeCandidates</name>
    <message>
        <location filename="../ui/regions/scheme_candidates.cpp" line="44"/>
        <source>The map could be of several kinds. Which picture has the parts right?</source>
        <translation>Die Karte könnte von mehreren Arten sein. In welchem Bild stimmen die Teile?</translation>
    </message>
    <message>
        <location filename="../ui/regions/scheme_candidates.cpp" line="73"/>
        <location filename="../ui/regions/scheme_candidates.cpp" line="74"/>
        <source>Read as %1</source>
        <translation>Gelesen als %1</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ScissorsTool</name>
    <message>
        <location filename="../ui/tools/scissors_tool.cpp" line="34"/>
        <source>Smart scissors</source>
        <translation>Intelligente Schere</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ScribbleBoard</name>
    <message>
        <location filename="../ui/tools/scribble_board.cpp" line="81"/>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <location filename="../ui/tools/scribble_board.cpp" line="178"/>
        <location filename="../ui/tools/scribble_board.cpp" line="181"/>
        <source>Scribbled regions</source>
        <translation>Gestrichelte Bereiche</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ScribbleTool</name>
    <message>
        <location filename="../ui/tools/scribble_tool.cpp" line="63"/>
        <source>Draw a stroke on each part, and with Alt on what is none of them. Enter applies the proposal.</source>
        <translation>Ziehen Sie auf jedem Teil einen Strich und mit Alt auf dem, was keiner davon ist. Die Eingabetaste wendet den Vorschlag an.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SeedField</name>
    <message>
        <location filename="../ui/run/settings/seed_field.cpp" line="15"/>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/seed_field.cpp" line="22"/>
        <source>Roll a new seed</source>
        <translation>Neuen Startwert würfeln</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/seed_field.cpp" line="23"/>
        <source>Roll a new seed. The same seed gives the same result again.</source>
        <translation>Neuen Startwert würfeln. Derselbe Startwert ergibt dasselbe Ergebnis.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SettingsForm</name>
    <message>
        <location filename="../ui/run/settings/settings_form.cpp" line="22"/>
        <source>Prompt</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form.cpp" line="24"/>
        <source>Avoid</source>
        <translation>Vermeiden</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="101"/>
        <source>Noise start</source>
        <translation>Anfangsrauschen</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="102"/>
        <source>How much noise a run starts from. Less keeps more of what the photo shows under the mask.</source>
        <translation>Mit wie viel Rauschen ein Lauf beginnt. Weniger behält mehr von dem, was das Foto unter der Maske zeigt.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="104"/>
        <source>Stay in place</source>
        <translation>Ortstreue</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="105"/>
        <source>How far detail may wander from where a reference lies on the photo, as a share of its size.</source>
        <translation>Wie weit Einzelheiten von der Lage einer Referenz auf dem Foto abweichen dürfen, als Anteil ihrer Größe.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="103"/>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="103"/>
        <source>How strongly the references count.</source>
        <translation>Wie stark die Referenzen zählen.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="105"/>
        <source>Likeness</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="105"/>
        <source>How closely the result follows the reference pictures.</source>
        <translation>Wie eng das Ergebnis den Referenzbildern folgt.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="111"/>
        <source>Keep reference colour</source>
        <translation>Farbe der Referenz behalten</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="111"/>
        <source>Do not adapt a reference&apos;s colours to the light of the photo.</source>
        <translation>Die Farben einer Referenz nicht an das Licht des Fotos anpassen.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="113"/>
        <source>Refine placement</source>
        <translation>Platzierung verfeinern</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="113"/>
        <source>Let the method nudge a reference to where it fits best.</source>
        <translation>Das Verfahren darf eine Referenz dorthin rücken, wo sie am besten passt.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form.cpp" line="58"/>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="53"/>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="53"/>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="53"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="56"/>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="64"/>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="64"/>
        <source>The same seed gives the same result again.</source>
        <translation>Derselbe Startwert ergibt dasselbe Ergebnis.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="73"/>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="73"/>
        <source>How many results to make, each from its own seed.</source>
        <translation>Wie viele Ergebnisse entstehen, jedes mit eigenem Startwert.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="80"/>
        <source>As the preset</source>
        <translation>Wie die Vorgabe</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="82"/>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="82"/>
        <source>More steps take longer and draw finer.</source>
        <translation>Mehr Schritte dauern länger und zeichnen feiner.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="92"/>
        <source>As the method</source>
        <translation>Wie das Verfahren</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="95"/>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="95"/>
        <source>How strictly the result follows the prompt and the references.</source>
        <translation>Wie streng das Ergebnis der Beschreibung und den Referenzen folgt.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="28"/>
        <source>Work smaller where memory is short</source>
        <translation>Kleiner arbeiten, wo Speicher knapp ist</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="29"/>
        <source>Where the graphics card&apos;s memory does not suffice, work at a smaller size there rather than on the processor.</source>
        <translation>Wo der Speicher der Grafikkarte nicht reicht, dort in kleinerer Größe arbeiten statt auf dem Prozessor.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="38"/>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="39"/>
        <source>Show or hide settings that are seldom touched</source>
        <translation>Selten gebrauchte Einstellungen zeigen oder verbergen</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="73"/>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="73"/>
        <source>How the steps go from noise to picture.</source>
        <translation>Wie die Schritte vom Rauschen zum Bild führen.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="74"/>
        <source>As the model</source>
        <translation>Wie das Modell</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="110"/>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="110"/>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="117"/>
        <source>Guidance from</source>
        <translation>Führung von</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="110"/>
        <source>Guidance until</source>
        <translation>Führung bis</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="117"/>
        <source>The part of the steps in which guidance works.</source>
        <translation>Der Teil der Schritte, in dem die Führung wirkt.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="127"/>
        <source>Around the painted part</source>
        <translation>Um den bemalten Teil</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="127"/>
        <source>The whole photo</source>
        <translation>Das ganze Foto</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="131"/>
        <source>Window</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="131"/>
        <source>How much of the photo the model sees.</source>
        <translation>Wie viel vom Foto das Modell sieht.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="135"/>
        <source>%1 × %2 at %3, %4</source>
        <translation>%1 × %2 bei %3, %4</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="141"/>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="159"/>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="166"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="141"/>
        <source>Working width</source>
        <translation>Arbeitsbreite</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="141"/>
        <source>Working height</source>
        <translation>Arbeitshöhe</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="150"/>
        <source>Working size</source>
        <translation>Arbeitsgröße</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="151"/>
        <source>The size in pixels that the window is drawn at. Larger takes longer and more memory.</source>
        <translation>Die Größe in Pixeln, in der der Ausschnitt gezeichnet wird. Größer dauert länger und braucht mehr Speicher.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="157"/>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="157"/>
        <source>Half precision needs half the memory and is faster on graphics cards.</source>
        <translation>Halbe Genauigkeit braucht halb so viel Speicher und ist auf Grafikkarten schneller.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="159"/>
        <source>Full (fp32)</source>
        <translation>Voll (fp32)</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="159"/>
        <source>Half (fp16)</source>
        <translation>Halb (fp16)</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="159"/>
        <source>Half (bf16)</source>
        <translation>Halb (bf16)</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="165"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="165"/>
        <source>Where the networks compute.</source>
        <translation>Wo die Netze rechnen.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="166"/>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="166"/>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form.cpp" line="22"/>
        <source>What the painted part shall show, in English words.</source>
        <translation>Was der bemalte Teil zeigen soll, in englischen Worten.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form.cpp" line="24"/>
        <source>What it shall not show.</source>
        <translation>Was er nicht zeigen soll.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form.cpp" line="66"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="45"/>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="45"/>
        <source>A DensePose picture that lies over the photo: how the person stands.</source>
        <translation>Ein DensePose-Bild, das über dem Foto liegt: wie die Person steht.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="91"/>
        <source>LoRA files</source>
        <translation>LoRA-Dateien</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_advanced.cpp" line="91"/>
        <source>Files that change what the model draws, each with its strength.</source>
        <translation>Dateien, die ändern, was das Modell zeichnet, jede mit ihrer Stärke.</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="108"/>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <location filename="../ui/run/settings/settings_form_fields.cpp" line="109"/>
        <source>How closely the result follows the references. 100 % is what the model was made for; at 0 % they are not looked at.</source>
        <translation>Wie eng das Ergebnis den Referenzen folgt. 100 % ist das, wofür das Modell gemacht wurde; bei 0 % werden sie nicht angesehen.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ShortcutsPage</name>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="35"/>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="36"/>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="39"/>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="40"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="40"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="44"/>
        <source>New keys for the chosen command</source>
        <translation>Neue Tasten für den gewählten Befehl</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="64"/>
        <source>Restore the standard keys</source>
        <translation>Standardtasten wiederherstellen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="69"/>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="127"/>
        <source>Choose a command, then press its new keys.</source>
        <translation>Wählen Sie einen Befehl, dann drücken Sie seine neuen Tasten.</translation>
    </message>
    <message>
        <location filename="../ui/preferences/shortcuts_page.cpp" line="130"/>
        <source>%1 belongs to “%2”, which will have no key.</source>
        <translation>%1 gehört zu „%2“, das dann keine Taste hat.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SideColumn</name>
    <message>
        <location filename="../ui/window/side_column.cpp" line="75"/>
        <source>Fold or unfold</source>
        <translation>Ein- oder ausklappen</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SightDrawer</name>
    <message>
        <location filename="../ui/sight/sight_drawer.cpp" line="31"/>
        <location filename="../ui/sight/sight_drawer.cpp" line="51"/>
        <source>What the method sees</source>
        <translation>Was die Methode sieht</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_drawer.cpp" line="55"/>
        <source>looking…</source>
        <translation>sieht nach …</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_drawer.cpp" line="60"/>
        <source>Close what the method sees</source>
        <translation>„Was die Methode sieht“ schließen</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_drawer.cpp" line="61"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_drawer.cpp" line="121"/>
        <source>%1 × %2 pixels of the photo, from %3, %4</source>
        <translation>%1 × %2 Pixel des Fotos, ab %3, %4</translation>
    </message>
</context>
<context>
    <name>retailor::ui::SightTile</name>
    <message>
        <location filename="../ui/sight/sight_tile.cpp" line="34"/>
        <source>Goes to the setting behind it: %1</source>
        <translation>Führt zur Einstellung dahinter: %1</translation>
    </message>
    <message>
        <location filename="../ui/sight/sight_tile.cpp" line="36"/>
        <source>Click to go to the setting behind it: %1.</source>
        <translation>Ein Klick führt zur Einstellung dahinter: %1.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::StageBar</name>
    <message>
        <location filename="../ui/run/stage_bar.cpp" line="47"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/run/stage_bar.cpp" line="47"/>
        <source>Stop and throw this away (Esc)</source>
        <translation>Anhalten und wegwerfen (Esc)</translation>
    </message>
    <message>
        <location filename="../ui/run/stage_bar.cpp" line="48"/>
        <source>Stop and keep this</source>
        <translation>Anhalten und behalten</translation>
    </message>
    <message>
        <location filename="../ui/run/stage_bar.cpp" line="48"/>
        <source>End the run now with what there is</source>
        <translation>Den Lauf jetzt mit dem Vorhandenen beenden</translation>
    </message>
    <message>
        <location filename="../ui/run/stage_bar.cpp" line="50"/>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <location filename="../ui/run/stage_bar.cpp" line="77"/>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <location filename="../ui/run/stage_bar.cpp" line="92"/>
        <source>%1 gone</source>
        <translation>%1 vergangen</translation>
    </message>
    <message>
        <location filename="../ui/run/stage_bar.cpp" line="93"/>
        <source>%1 gone, about %2 to go</source>
        <translation>%1 vergangen, noch etwa %2</translation>
    </message>
</context>
<context>
    <name>retailor::ui::StartPage</name>
    <message>
        <location filename="../ui/window/start_page.cpp" line="64"/>
        <source>Retailor</source>
        <translation>Retailor</translation>
    </message>
    <message>
        <location filename="../ui/window/start_page.cpp" line="66"/>
        <source>Open a photo of a person and paint over the part to change. Drop in pictures of what should be there, each for its region of the body, and press Generate. Everything outside the mask stays as it is.</source>
        <translation>Öffnen Sie ein Foto von einem Menschen und übermalen Sie den Teil, der sich ändern soll. Legen Sie Bilder von dem hinein, was dort sein soll, jedes für seine Körperregion, und drücken Sie Erzeugen. Außerhalb der Maske bleibt alles, wie es ist.</translation>
    </message>
    <message>
        <location filename="../ui/window/start_page.cpp" line="78"/>
        <source>Open a photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <location filename="../ui/window/start_page.cpp" line="142"/>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <location filename="../ui/window/start_page.cpp" line="149"/>
        <source>%1   —   %2</source>
        <translation>%1   —   %2</translation>
    </message>
    <message>
        <location filename="../ui/window/start_page.cpp" line="93"/>
        <source>The samples are not installed.</source>
        <translation>Die Beispiele sind nicht installiert.</translation>
    </message>
    <message>
        <location filename="../ui/window/start_page.cpp" line="93"/>
        <source>Or try a sample</source>
        <translation>Oder ein Beispiel ausprobieren</translation>
    </message>
</context>
<context>
    <name>retailor::ui::StatusLine</name>
    <message>
        <location filename="../ui/window/status_line.cpp" line="33"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="39"/>
        <source>Elapsed and remaining time</source>
        <translation>Vergangene und verbleibende Zeit</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="40"/>
        <source>Pointer position</source>
        <translation>Zeigerposition</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="41"/>
        <source>Photo size</source>
        <translation>Fotogröße</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="42"/>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="43"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="44"/>
        <source>Memory in use</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="46"/>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="70"/>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="73"/>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="92"/>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="106"/>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="106"/>
        <source>CPU, one thread</source>
        <translation>CPU, ein Thread</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="106"/>
        <source>CPU, %1 threads</source>
        <translation>CPU, %1 Threads</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="109"/>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="38"/>
        <source>References of this run</source>
        <translation>Referenzen dieses Laufs</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="78"/>
        <source>References: %1 cached</source>
        <translation>Referenzen: %1 aus dem Speicher</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="79"/>
        <source>References: %1 encoded</source>
        <translation>Referenzen: %1 neu kodiert</translation>
    </message>
    <message>
        <location filename="../ui/window/status_line.cpp" line="80"/>
        <source>References: %1 cached, %2 encoded</source>
        <translation>Referenzen: %1 aus dem Speicher, %2 neu kodiert</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ToolBox</name>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="24"/>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="25"/>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="26"/>
        <source>&amp;Lasso</source>
        <translation>&amp;Lasso</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="29"/>
        <source>&amp;Rectangle</source>
        <translation>R&amp;echteck</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="32"/>
        <source>&amp;Wand</source>
        <translation>&amp;Zauberstab</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="33"/>
        <source>&amp;Object box</source>
        <translation>&amp;Objektrahmen</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="37"/>
        <source>&amp;Hand</source>
        <translation>&amp;Hand</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="41"/>
        <location filename="../ui/tools/tool_box.cpp" line="51"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="55"/>
        <source>Smaller tip</source>
        <translation>Kleinere Spitze</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="56"/>
        <source>Larger tip</source>
        <translation>Größere Spitze</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="58"/>
        <source>Softer tip</source>
        <translation>Weichere Spitze</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="59"/>
        <source>Harder tip</source>
        <translation>Härtere Spitze</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="60"/>
        <source>Swap add and subtract</source>
        <translation>Hinzufügen und Abziehen tauschen</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="27"/>
        <source>&amp;Smart scissors</source>
        <translation>&amp;Intelligente Schere</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="35"/>
        <source>Scribble &amp;regions</source>
        <translation>&amp;Bereiche stricheln</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_box.cpp" line="31"/>
        <source>Ell&amp;ipse</source>
        <translation>Ell&amp;ipse</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ToolOptions</name>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="15"/>
        <location filename="../ui/tools/tool_options.cpp" line="25"/>
        <source>Tool options</source>
        <translation>Werkzeugoptionen</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="17"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="17"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="18"/>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="18"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="19"/>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="20"/>
        <source>Connected only</source>
        <translation>Nur Zusammenhängendes</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="88"/>
        <source>Add to the mask</source>
        <translation>Zur Maske hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="88"/>
        <source>Add to the mask (X swaps; hold Shift)</source>
        <translation>Zur Maske hinzufügen (X tauscht; Umschalt halten)</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="89"/>
        <source>Subtract from the mask</source>
        <translation>Von der Maske abziehen</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="89"/>
        <source>Subtract from the mask (X swaps; hold Alt)</source>
        <translation>Von der Maske abziehen (X tauscht; Alt halten)</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="48"/>
        <source>What the tools paint</source>
        <translation>Was die Werkzeuge malen</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="49"/>
        <source>What the tools paint: the mask of what may change, or a part of the photo for fitting clothes.</source>
        <translation>Was die Werkzeuge malen: die Maske dessen, was sich ändern darf, oder einen Teil des Fotos für die Anprobe.</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="22"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="23"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="121"/>
        <source>Mark every scribbled part on the photo as proposed (Enter)</source>
        <translation>Jeden Teil mit Strichen wie vorgeschlagen auf dem Foto markieren (Eingabe)</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="124"/>
        <source>Take back all strokes (Esc; Backspace takes back the last one)</source>
        <translation>Alle Striche zurücknehmen (Esc; die Rücktaste nimmt den letzten zurück)</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="21"/>
        <source>Protect other parts</source>
        <translation>Andere Teile schützen</translation>
    </message>
    <message>
        <location filename="../ui/tools/tool_options.cpp" line="105"/>
        <source>A pixel belongs to one part. Ticked, parts that are marked already keep theirs; else what is painted last takes it.</source>
        <translation>Ein Pixel gehört zu einem Teil. Mit Haken behalten schon markierte Teile ihre Pixel; sonst bekommt sie, was zuletzt gemalt wird.</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ToolStrip</name>
    <message>
        <location filename="../ui/tools/tool_strip.cpp" line="5"/>
        <location filename="../ui/tools/tool_strip.cpp" line="7"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>retailor::ui::ViewMenu</name>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="5"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="8"/>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="12"/>
        <source>&amp;Fit the window</source>
        <translation>An das Fenster &amp;anpassen</translation>
    </message>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="14"/>
        <source>&amp;Actual pixels</source>
        <translation>&amp;Tatsächliche Pixel</translation>
    </message>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="16"/>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="18"/>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="21"/>
        <source>Show the &amp;mask</source>
        <translation>&amp;Maske zeigen</translation>
    </message>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="25"/>
        <source>&amp;Split: original and result</source>
        <translation>&amp;Geteilt: Original und Ergebnis</translation>
    </message>
    <message>
        <location filename="../ui/window/view_menu.cpp" line="29"/>
        <source>&amp;What the method sees</source>
        <translation>&amp;Was die Methode sieht</translation>
    </message>
</context>
<context>
    <name>retailor::ui::WandTool</name>
    <message>
        <location filename="../ui/tools/wand_tool.cpp" line="22"/>
        <source>Wand</source>
        <translation>Zauberstab</translation>
    </message>
</context>
<context>
    <name>retailor::ui::WorkBar</name>
    <message>
        <location filename="../ui/preferences/models/work_bar.cpp" line="18"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/preferences/models/work_bar.cpp" line="22"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
</TS>
