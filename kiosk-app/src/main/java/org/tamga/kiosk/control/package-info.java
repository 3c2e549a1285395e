/**
 * Leads a terminal over a line protocol, for rehearsals and the unattended demonstration: one JSON
 * object a line in, one a line out ({@code docs/formats/control.md}). It drives the same workflows
 * as the screens. A real election is refused.
 */
@NullMarked
package org.tamga.kiosk.control;

import org.jspecify.annotations.NullMarked;
