using Simulator.Kernel;

namespace Simulator.Actors.Users.Purses;

/// <summary>The user has asked its last question and wants its deposits back.</summary>
internal sealed record RefundDue : Message, IMessage<RefundDue>
{
    public static ushort Number => 354;

    public override ushort TypeNumber => Number;

    public static RefundDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
