/**
 * What a station and the central node say to each other: items, receipts, bundles of files.
 *
 * <p>Pure data and signatures; how the bytes travel (HTTPS, a USB folder) is not known here.
 */
@NullMarked
package org.tamga.election.exchange;

import org.jspecify.annotations.NullMarked;
