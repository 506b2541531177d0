namespace Simulator.Kernel;

/// <summary>The actor's host is up again after a crash; timers, jobs and waiting messages are gone.</summary>
/// <param name="State">Whether this is the same object as before the crash.</param>
public sealed record Restarted(RestartState State) : Message, IMessage<Restarted>
{
    public static ushort Number => 2;

    public override ushort TypeNumber => Number;

    public static Restarted Read(ref MessageReader reader)
    {
        var state = (RestartState)reader.Byte();
        return Enum.IsDefined(state) ? new Restarted(state) : throw new MessageFormatException("unknown restart state");
    }

    public override void Write(ref MessageWriter writer) => writer.Byte((byte)State);
}
