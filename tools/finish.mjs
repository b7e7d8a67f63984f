// Trunk's hook after a build: what Trunk itself does not do. In this order, since each changes index.html.
import { joinStyles } from "./finish/join-styles.mjs";
import { nameWorkers } from "./finish/name-workers.mjs";
import { placeWords } from "./finish/place-words.mjs";
import { splitPage } from "./finish/split-page.mjs";

splitPage();
nameWorkers();
joinStyles();
placeWords();
