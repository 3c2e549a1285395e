/** What is sent: signed items, the way to central by network or by folder, receipts. */
@NullMarked
package org.tamga.station.sync;

import org.jspecify.annotations.NullMarked;
