namespace Simulator.Protocol.X402;

/// <summary>One combination a facilitator can verify and settle.</summary>
/// <param name="Scheme">Payment scheme.</param>
/// <param name="Network">CAIP-2 id.</param>
/// <param name="Extra">
/// For <c>upto</c>: <c>facilitatorAddress</c>, one of the facilitator's own, chosen anew per call.
/// </param>
public sealed record SupportedKind(string Scheme, string Network, JsonText? Extra = null)
{
    public int X402Version { get; init; } = X402Protocol.Version;

    internal static SupportedKind Read(JsonMembers members)
    {
        int version = members.Integer("x402Version", 1);
        return new SupportedKind(members.Text("scheme"), members.Text("network"), members.OptionalFreeObject("extra"))
        {
            X402Version = version,
        };
    }

    internal void Write(JsonTextWriter writer) =>
        writer.Object()
            .Integer("x402Version", X402Version)
            .Text("scheme", Scheme)
            .Text("network", Network)
            .Free("extra", Extra)
            .End();
}
