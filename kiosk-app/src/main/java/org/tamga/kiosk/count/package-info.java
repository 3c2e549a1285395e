/**
 * The paper count, in public: two officials type what was counted, independently; differences and
 * broken control ratios are shown while they type.
 */
@NullMarked
package org.tamga.kiosk.count;

import org.jspecify.annotations.NullMarked;
