// Families after the first yes: the end of a year, a stop in the middle, one service only, three people in one list.
import { test } from "../fixtures/test";
import { oneItem } from "./families/one_item";
import { renewal } from "./families/renewal";
import { stopped } from "./families/stopped";
import { switching } from "./families/switch";
import { tale } from "./families/tale";

test("she is asked before the end, says yes and it goes on; silence has ended the other one", ({ server, scripts, person }) => renewal(tale({ server, scripts, person, largest: false })));

test("stopped in the middle of a form, she reads who stopped it and her words are not lost", ({ server, scripts, person }) => stopped(tale({ server, scripts, person, largest: false })));

test("she asks for one service only, and her mother reads which", ({ server, scripts, person }) => oneItem(tale({ server, scripts, person, largest: false })));

test("three people by picture and name: one tap to each, one tap back", ({ server, scripts, person }) => switching(tale({ server, scripts, person, largest: false })));
