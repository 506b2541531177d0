namespace Simulator.Protocol.X402;

/// <summary>A facilitator's accounts of one chain family.</summary>
/// <param name="Family">CAIP pattern, <c>eip155:*</c>.</param>
/// <param name="Addresses">The accounts.</param>
public sealed record SupportedSigners(string Family, IReadOnlyList<string> Addresses)
{
    public bool Equals(SupportedSigners? other) =>
        other is not null && Family == other.Family && Addresses.SequenceEqual(other.Addresses);

    public override int GetHashCode() => Addresses.Count;
}
