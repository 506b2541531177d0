using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>Asks for a transaction's receipt together with the result that its block carries next to it.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Transaction">Transaction hash.</param>
public sealed record GetInferenceResult(ulong Call, Hash32 Transaction) : Message, IMessage<GetInferenceResult>
{
    public static ushort Number => 335;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(150);

    public static GetInferenceResult Read(ref MessageReader reader) => new(reader.UInt64(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Hash(Transaction);
    }
}
