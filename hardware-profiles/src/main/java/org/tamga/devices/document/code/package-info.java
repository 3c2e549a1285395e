/** What barcodes and QR codes say: personal numbers, codes of our own, anything else as text. */
@NullMarked
package org.tamga.devices.document.code;

import org.jspecify.annotations.NullMarked;
