namespace Simulator.Actors.Wire;

/// <summary>Bytes an HTTP/1.1 message occupies on a link: body, headers that carry protocol data, and a fixed rest.</summary>
/// <remarks>
/// The fixed rest stands for start line, Host, Content-Type, TLS record and TCP/IP framing: an assumption, the
/// same for every message, so that it shifts all latencies alike.
/// </remarks>
public static class HttpSize
{
    public const long RequestOverhead = 420;
    public const long ResponseOverhead = 320;

    /// <summary>Name, colon and line end of one of the protocol's own headers.</summary>
    private const long HeaderOverhead = 22;

    public static long Request(long bodyBytes, string? firstHeader = null, string? secondHeader = null) =>
        RequestOverhead + bodyBytes + Header(firstHeader) + Header(secondHeader);

    public static long Response(long bodyBytes, string? firstHeader = null) =>
        ResponseOverhead + bodyBytes + Header(firstHeader);

    /// <summary>One header that may be absent.</summary>
    public static long Header(string? value) => value is null ? 0 : HeaderOverhead + value.Length;
}
