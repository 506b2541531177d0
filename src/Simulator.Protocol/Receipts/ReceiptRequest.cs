using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>What was asked.</summary>
/// <param name="Canonical">The canonical JSON text; its UTF-8 bytes are what is hashed.</param>
/// <param name="Hash">Keccak-256 of these bytes.</param>
public sealed record ReceiptRequest(string Canonical, Hash32 Hash)
{
    internal static ReceiptRequest From(JsonMembers members) => new(members.Text("canonical"), members.Hash("hash"));

    internal void Write(JsonTextWriter writer) => writer.Object("request")
        .Text("canonical", Canonical)
        .Text("hash", Hash.ToString())
        .End();
}
