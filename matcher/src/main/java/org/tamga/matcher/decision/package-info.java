/**
 * The ladder of evidence: which step comes next for a person at the table, what counts together,
 * and when somebody is identified. Knows subjects as opaque ids; pure but for its gallery.
 *
 * <pre>
 *  finger ──poor, almost──▶ same finger ──▶ next finger ──used up──▶ face ──▶ document ──▶ commission
 *     └───────────────── decided at any step ───────────────────────────┘         └─ 1:1 with the claimed person
 * </pre>
 *
 * <p>Arithmetic and reasons: {@code docs/decisions/0016-ladder-of-evidence.md}.
 */
@NullMarked
package org.tamga.matcher.decision;

import org.jspecify.annotations.NullMarked;
