using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users.Purses;

/// <summary>The contract's delay is over: the payer can take its money out of a channel.</summary>
/// <param name="Channel">Which.</param>
internal sealed record WithdrawalDue(Hash32 Channel) : Message, IMessage<WithdrawalDue>
{
    public static ushort Number => 447;

    public override ushort TypeNumber => Number;

    public static WithdrawalDue Read(ref MessageReader reader) => new(reader.Hash());

    public override void Write(ref MessageWriter writer) => writer.Hash(Channel);
}
