using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways;

/// <summary>A full node has a pending transaction's inference computed before the block; nobody pays for it here.</summary>
/// <param name="Request">Keccak-256 of the transaction hash.</param>
/// <param name="TeeId">The enclave that is meant; echoed in the reply.</param>
/// <param name="CallData">The transaction's call of the hub contract.</param>
public sealed record RunInference(Hash32 Request, Hash32 TeeId, byte[] CallData) : Message, IMessage<RunInference>
{
    public static ushort Number => 330;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(220 + (2 * CallData.Length));

    public static RunInference Read(ref MessageReader reader) => new(reader.Hash(), reader.Hash(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.Hash(Request);
        writer.Hash(TeeId);
        writer.Bytes(CallData);
    }
}
