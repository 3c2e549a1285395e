/** Runs networks on OpenCV's dnn module. Everything native stays in here. */
@NullMarked
package org.tamga.matcher.face.network;

import org.jspecify.annotations.NullMarked;
