package org.tamga.devices.scanner.fprint;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.foreign.NativeFunctions;

/**
 * The functions of libfprint 2 that a capture needs. All of them for one thread, save {@link
 * #cancel}: the library's blocking calls turn GLib's default main loop.
 *
 * <p>Images come out upright, ridges dark: libfprint applies its drivers' flags for mirrored,
 * upside-down and light-ridged images before it hands an image out ({@code fp-image.c}, detection
 * of minutiae, 1.94.5).
 */
final class LibFprint {
    static final String LIBRARY = "libfprint-2.so.2";

    private static final List<String> BELOW =
            List.of("libgusb.so.2", "libgio-2.0.so.0", "libgobject-2.0.so.0", "libglib-2.0.so.0");
    private static final int FEATURE_CAPTURE = 1;
    private static final int MOST_DEVICES = 64;
    private static final int MOST_EVENTS_LEFT = 1_000;
    private static final long LONGEST_NAME = 256;

    private final MethodHandle contextNew;
    private final MethodHandle contextDevices;
    private final MethodHandle deviceDriver;
    private final MethodHandle deviceName;
    private final MethodHandle deviceFeatures;
    private final MethodHandle deviceOpen;
    private final MethodHandle deviceClose;
    private final MethodHandle deviceCapture;
    private final MethodHandle imageWidth;
    private final MethodHandle imageHeight;
    private final MethodHandle imageData;
    private final MethodHandle imageBinarized;
    private final MethodHandle unref;
    private final MethodHandle errorFree;
    private final MethodHandle quarkName;
    private final MethodHandle cancellableNew;
    private final MethodHandle cancellableCancel;
    private final MethodHandle iterate;
    private final MethodHandle property;
    private final MethodHandle usbVendor;
    private final MethodHandle usbProduct;

    /**
     * @param library file name of libfprint
     * @throws IllegalArgumentException when it, or what it stands on, is not installed
     */
    LibFprint(String library) {
        List<String> libraries = new ArrayList<>(List.of(library));
        libraries.addAll(BELOW);
        NativeFunctions of = NativeFunctions.of(libraries);
        contextNew = of.function("fp_context_new", ADDRESS);
        contextDevices = of.function("fp_context_get_devices", ADDRESS, ADDRESS);
        deviceDriver = of.function("fp_device_get_driver", ADDRESS, ADDRESS);
        deviceName = of.function("fp_device_get_name", ADDRESS, ADDRESS);
        deviceFeatures = of.function("fp_device_get_features", JAVA_INT, ADDRESS);
        deviceOpen = of.function("fp_device_open_sync", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        deviceClose = of.function("fp_device_close_sync", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        deviceCapture =
                of.function("fp_device_capture_sync", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        imageWidth = of.function("fp_image_get_width", JAVA_INT, ADDRESS);
        imageHeight = of.function("fp_image_get_height", JAVA_INT, ADDRESS);
        imageData = of.function("fp_image_get_data", ADDRESS, ADDRESS, ADDRESS);
        imageBinarized = of.function("fp_image_get_binarized", ADDRESS, ADDRESS, ADDRESS);
        unref = of.procedure("g_object_unref", ADDRESS);
        errorFree = of.procedure("g_error_free", ADDRESS);
        quarkName = of.function("g_quark_to_string", ADDRESS, JAVA_INT);
        cancellableNew = of.function("g_cancellable_new", ADDRESS);
        cancellableCancel = of.procedure("g_cancellable_cancel", ADDRESS);
        iterate = of.function("g_main_context_iteration", JAVA_INT, ADDRESS, JAVA_INT);
        property =
                of.variadic(
                        "g_object_get",
                        2,
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        usbVendor = of.function("g_usb_device_get_vid", JAVA_INT, ADDRESS);
        usbProduct = of.function("g_usb_device_get_pid", JAVA_INT, ADDRESS);
    }

    /** Looks at what is attached; to be given to {@link #free}. */
    MemorySegment newContext() {
        return pointer(contextNew);
    }

    /** The devices that have a driver; they live as long as the context. */
    List<MemorySegment> devices(MemorySegment context) {
        MemorySegment array = pointer(contextDevices, context).reinterpret(ADDRESS.byteSize() * 2);
        int count = Math.min(array.get(JAVA_INT, ADDRESS.byteSize()), MOST_DEVICES);
        MemorySegment pointers =
                array.get(ADDRESS, 0).reinterpret(ADDRESS.byteSize() * Math.max(count, 0));
        List<MemorySegment> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(pointers.getAtIndex(ADDRESS, i));
        }
        return devices;
    }

    KnownReader line(MemorySegment device) {
        boolean images = (number(deviceFeatures, device) & FEATURE_CAPTURE) != 0;
        return new KnownReader(
                text(pointer(deviceDriver, device)),
                text(pointer(deviceName, device)),
                usb(device),
                images);
    }

    /** The USB id is not in the library's interface, but a property of its devices. */
    private String usb(MemorySegment device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(ADDRESS);
            NativeFunctions.call(
                    property,
                    device,
                    arena.allocateFrom("fpi-usb-device"),
                    place,
                    MemorySegment.NULL);
            MemorySegment usbDevice = place.get(ADDRESS, 0);
            if (usbDevice.address() == 0) {
                return "";
            }
            int vendor = number(usbVendor, usbDevice) & 0xFFFF;
            int product = number(usbProduct, usbDevice) & 0xFFFF;
            free(usbDevice);
            return "%04x:%04x".formatted(vendor, product);
        }
    }

    /** Empty when the device is open. */
    @Nullable LibraryError open(MemorySegment device, MemorySegment cancellable) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ADDRESS);
            return number(deviceOpen, device, cancellable, error) != 0 ? null : taken(error);
        }
    }

    /** An image, or why there is none. */
    record Capture(MemorySegment image, @Nullable LibraryError error) {}

    /** Waits for a finger, its image, or the cancellation. */
    Capture capture(MemorySegment device, MemorySegment cancellable) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ADDRESS);
            MemorySegment image = pointer(deviceCapture, device, 1, cancellable, error);
            return new Capture(image, image.address() == 0 ? taken(error) : null);
        }
    }

    /** What goes wrong at the end of a use changes nothing for the terminal. */
    void close(MemorySegment device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ADDRESS);
            if (number(deviceClose, device, MemorySegment.NULL, error) == 0) {
                taken(error);
            }
        }
    }

    int width(MemorySegment image) {
        return number(imageWidth, image);
    }

    int height(MemorySegment image) {
        return number(imageHeight, image);
    }

    /** The library's own bytes, row-major, 0 = black; valid until {@link #wipe}. */
    MemorySegment pixels(MemorySegment image) {
        return levels(imageData, image);
    }

    private MemorySegment levels(MethodHandle getter, MemorySegment image) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(JAVA_LONG);
            MemorySegment data = pointer(getter, image, length);
            return data.reinterpret(data.address() == 0 ? 0 : length.get(JAVA_LONG, 0));
        }
    }

    /**
     * Overwrites the image and its binarized copy, then frees it. The minutiae that libfprint took
     * from it and the drivers' transfer buffers are out of reach.
     */
    void wipe(MemorySegment image) {
        levels(imageData, image).fill((byte) 0);
        levels(imageBinarized, image).fill((byte) 0);
        free(image);
    }

    MemorySegment newCancellable() {
        return pointer(cancellableNew);
    }

    /** From any thread; the capture ends soon. */
    void cancel(MemorySegment cancellable) {
        NativeFunctions.call(cancellableCancel, cancellable);
    }

    void free(MemorySegment object) {
        NativeFunctions.call(unref, object);
    }

    /** Lets the main loop finish what a closed device has left in it. */
    void settle() {
        int rounds = 0;
        while (number(iterate, MemorySegment.NULL, 0) != 0 && rounds < MOST_EVENTS_LEFT) {
            rounds++;
        }
    }

    /** Reads and frees a GError: domain (int), code (int), message (pointer). */
    private LibraryError taken(MemorySegment place) {
        MemorySegment error = place.get(ADDRESS, 0);
        if (error.address() == 0) {
            return new LibraryError("", 0, "no reason given");
        }
        MemorySegment fields = error.reinterpret(8 + ADDRESS.byteSize());
        // libfprint's quarks are spelt with blanks around the hyphens.
        String domain = text(pointer(quarkName, fields.get(JAVA_INT, 0))).replace(" ", "");
        var read = new LibraryError(domain, fields.get(JAVA_INT, 4), text(fields.get(ADDRESS, 8)));
        NativeFunctions.call(errorFree, error);
        return read;
    }

    private static String text(MemorySegment string) {
        return string.address() == 0 ? "" : string.reinterpret(LONGEST_NAME).getString(0);
    }

    private static MemorySegment pointer(MethodHandle function, Object... arguments) {
        return (MemorySegment) NativeFunctions.call(function, arguments);
    }

    private static int number(MethodHandle function, Object... arguments) {
        return (int) NativeFunctions.call(function, arguments);
    }
}
