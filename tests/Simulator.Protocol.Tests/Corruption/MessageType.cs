namespace Simulator.Protocol.Tests.Corruption;

/// <summary>One kind of message: a valid sample, and what a reader makes of any bytes in its place.</summary>
/// <param name="Name">As in the committed table.</param>
/// <param name="Sample">Its judge must find the same meaning in it.</param>
/// <param name="Judge">Called from several threads at once.</param>
internal sealed record MessageType(string Name, byte[] Sample, Func<byte[], Fate> Judge)
{
    /// <summary>The positions to corrupt; all of them unless said otherwise.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [.. Enumerable.Range(0, Sample.Length)];

    /// <summary>How the sample was judged, where that is not plain from the name.</summary>
    public string Note { get; init; } = "";

    public override string ToString() => Name;
}
