namespace Simulator.Primitives;

/// <summary>What a draw decides, by a stable name such as <c>inter-arrival</c>; hashed once, held in a static field.</summary>
public readonly record struct DrawPurpose
{
    public DrawPurpose(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Key = StableHash.OfText(name);
    }

    public string Name { get; }

    public ulong Key { get; }

    public override string ToString() => Name;
}
