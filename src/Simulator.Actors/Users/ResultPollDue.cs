using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>It is time to ask for the receipt again.</summary>
/// <param name="Attempt">Number of the caller's request.</param>
internal sealed record ResultPollDue(int Attempt) : Message, IMessage<ResultPollDue>
{
    public static ushort Number => 338;

    public override ushort TypeNumber => Number;

    public static ResultPollDue Read(ref MessageReader reader) => new(reader.RequestNumber());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
    }
}
