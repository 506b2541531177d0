using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users.Charges;

/// <summary>Nothing more can be collected under an authorisation: it is time to see what was.</summary>
/// <param name="Nonce">The authorisation.</param>
internal sealed record ChargesDue(UInt256 Nonce) : Message, IMessage<ChargesDue>
{
    public static ushort Number => 445;

    public override ushort TypeNumber => Number;

    public static ChargesDue Read(ref MessageReader reader) => new(reader.UInt256());

    public override void Write(ref MessageWriter writer) => writer.UInt256(Nonce);
}
