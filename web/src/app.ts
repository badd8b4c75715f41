// What script adds. Every page and form is whole without it; each part here stands alone.
import "@digdir/designsystemet-web/clickdelegatefor";
import { foldOnPhones } from "./fold";
import { liveFilters } from "./filters";
import { leaving } from "./leave";
import { numbersElsewhere } from "./numbers/device";
import { receipt } from "./receipt";
import { sharing } from "./sharing";
import { progress } from "./progress";
import { suggestions } from "./suggest";
import { points } from "../../src/charts/points";

declare global {
  interface Window { dsWarnings?: boolean }
}

window.dsWarnings = false;
foldOnPhones();
liveFilters();
sharing();
suggestions();
points();
progress();
leaving();
receipt();
numbersElsewhere();
