/** Tests of machine-readable zones. */
@NullMarked
package org.tamga.devices.document.mrz;

import org.jspecify.annotations.NullMarked;
