// Trunk's hook after a build: what Trunk itself does not do. In this order, for each changes index.html.
import { nameWorkers } from "./finish/name-workers.mjs";
import { placeWords } from "./finish/place-words.mjs";
import { splitPage } from "./finish/split-page.mjs";

splitPage();
nameWorkers();
placeWords();
