# A draft: no speaker of Northern Sámi has read it yet. A key that is missing here is shown in bokmål.

statements-one-at-a-time = Seamma gáldu dadjá guokte ášši seamma áššis seamma áigái. Bija beaivvi goas nubbi ii lean šat fámus, dahje váldde dan eret.
statements-twice = Seamma gáldu dadjá seamma guktii beivviide mat mannet badjálaga.
statements-ring = De boađášii juoga alddis, dahje livččii iežas oassi.
statements-outside = Dat man birra juoga lea daddjon, ii gávdnon olles dan áiggi.
statements-host-and-satellite = Gielda ii sáhte leat seamma guovddáža váldogielda ja satelihtta seamma áigái.
statements-seat = Ovttadat ii leat váldogielddas.
statements-unknown = Juoga mii lea namuhuvvon, ii leat dovddus registaris.
statements-not-then = Juoga mii lea namuhuvvon, ii gávdnon go dát šattai fápmui.
statements-began-after = Dat mii bođii ovdal, ii sáhte leat álgán maŋŋel dan mii das bođii.
statements-no-kind = Galgá čuožžut makkár guovddáš dahje organisašuvdna dát lea. Dan dieđu sáhttá rievdadit, muhto ii váldit eret.
statements-kind-stays = Guovddáš lea seammalágan olles áiggi. Earálágan guovddáš lea ođđa guovddáš.
statements-municipality-part = Gielda ii leat gieldda oassi.
statements-unreadable = Dieđu ii sáhte lohkat nu mo dat lea čállojuvvon.
statements-other = Diehtu ii heive oktii eará dieđuin registaris.
