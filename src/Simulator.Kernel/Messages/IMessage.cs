namespace Simulator.Kernel;

/// <summary>The static half of a message type: its number and how it is read back.</summary>
public interface IMessage<TSelf>
    where TSelf : Message, IMessage<TSelf>
{
    /// <summary>Equal to <see cref="Message.TypeNumber"/> of every instance.</summary>
    static abstract ushort Number { get; }

    /// <exception cref="MessageFormatException">The input is not the binary form of this type.</exception>
    static abstract TSelf Read(ref MessageReader reader);
}
