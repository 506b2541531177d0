using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users;

/// <summary>A contract caller's wallet produced a signed transaction.</summary>
/// <param name="Attempt">Number of the caller's request.</param>
/// <param name="Raw">Signed EIP-1559 transaction.</param>
/// <param name="Transaction">Its hash.</param>
internal sealed record AskSigned(int Attempt, byte[] Raw, Hash32 Transaction) : Message, IMessage<AskSigned>
{
    public static ushort Number => 337;

    public override ushort TypeNumber => Number;

    public static AskSigned Read(ref MessageReader reader) =>
        new(reader.RequestNumber(), reader.Bytes(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.Bytes(Raw);
        writer.Hash(Transaction);
    }
}
