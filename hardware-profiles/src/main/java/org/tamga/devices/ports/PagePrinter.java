package org.tamga.devices.ports;

/** A printer of A4 pages: protocols and their copies. */
public interface PagePrinter extends Device {
    /**
     * @param title what is printed; becomes the file's name where pages are files. A print queue
     *     calls every job {@code tamga}
     * @param pdf a complete PDF file
     * @param copies 1 … 99
     */
    PageResult print(String title, byte[] pdf, int copies, CancelSignal cancel);
}
