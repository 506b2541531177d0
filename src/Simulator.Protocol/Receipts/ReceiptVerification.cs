using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>A verifier's verdict on the answer. A statement: the network has no signature for it.</summary>
/// <param name="Mode">How it was checked: <c>reexecute</c>, <c>zk</c>, <c>attested</c>.</param>
/// <param name="Verifier">Who checked it.</param>
/// <param name="Result"><c>accepted</c> or <c>rejected</c>.</param>
/// <param name="OutputHash">The output the verifier itself came to.</param>
public sealed record ReceiptVerification(string Mode, string Verifier, string Result, Hash32 OutputHash)
{
    public const string Accepted = "accepted";

    public const string Rejected = "rejected";

    internal static ReceiptVerification From(JsonMembers members) => new(
        members.ShortText("mode"),
        members.ShortText("verifier"),
        members.OneOf("result", Accepted, Rejected),
        members.Hash("outputHash"));

    internal void Write(JsonTextWriter writer) => writer.Object("verification")
        .Text("mode", Mode)
        .Text("verifier", Verifier)
        .Text("result", Result)
        .Text("outputHash", OutputHash.ToString())
        .End();
}
