using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>What was answered, and the enclave's signature over it.</summary>
/// <param name="Output">The output string.</param>
/// <param name="OutputHash">Keccak-256 of its UTF-8 bytes.</param>
/// <param name="Timestamp">Unix seconds by the enclave's clock.</param>
/// <param name="Signature">RSA-PSS over request hash, output hash and timestamp.</param>
public sealed record ReceiptAnswer(string Output, Hash32 OutputHash, long Timestamp, byte[] Signature)
{
    internal static ReceiptAnswer From(JsonMembers members) => new(
        members.Text("output"),
        members.Hash("outputHash"),
        members.Whole("timestamp"),
        members.Base64("signature", TeeSignature.MaximumSignatureLength));

    internal void Write(JsonTextWriter writer) => writer.Object("answer")
        .Text("output", Output)
        .Text("outputHash", OutputHash.ToString())
        .Integer("timestamp", Timestamp)
        .Base64("signature", Signature)
        .End();
}
