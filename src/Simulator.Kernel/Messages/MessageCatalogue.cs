namespace Simulator.Kernel;

/// <summary>All message types of a world by number: how bytes become messages again.</summary>
/// <remarks>Contains the kernel's own messages from the start. A number is given once and never reused.</remarks>
public sealed class MessageCatalogue
{
    private readonly SortedDictionary<ushort, Entry> entries = [];
    private readonly SortedSet<ushort> retired = [];

    public MessageCatalogue()
    {
        Add<Started>();
        Add<Restarted>();
    }

    private delegate Message Reader(ref MessageReader reader);

    /// <summary>Numbers and types, ascending by number.</summary>
    public IEnumerable<(ushort Number, Type Type)> All => entries.Select(pair => (pair.Key, pair.Value.Type));

    /// <exception cref="ArgumentException">The number is taken, retired or zero.</exception>
    public void Add<T>()
        where T : Message, IMessage<T>
    {
        if (T.Number == 0 || retired.Contains(T.Number))
        {
            throw new ArgumentException($"message number {T.Number} of {typeof(T).Name} must not be used");
        }

        if (!entries.TryAdd(T.Number, new Entry(typeof(T), static (ref reader) => T.Read(ref reader))))
        {
            throw new ArgumentException(
                $"message number {T.Number} of {typeof(T).Name} belongs to {entries[T.Number].Type.Name}");
        }
    }

    /// <summary>Reserves the number of a type that no longer exists.</summary>
    public void Retire(ushort number)
    {
        if (entries.ContainsKey(number) || !retired.Add(number))
        {
            throw new ArgumentException($"message number {number} is in use or already retired");
        }
    }

    public bool Contains(ushort number) => entries.ContainsKey(number);

    /// <summary>Reads one message; the input must be its binary form exactly.</summary>
    /// <exception cref="MessageFormatException">Unknown number, malformed or overlong input.</exception>
    public Message Read(ushort number, ReadOnlySpan<byte> bytes)
    {
        if (!entries.TryGetValue(number, out Entry? entry))
        {
            throw new MessageFormatException($"message number {number} is unknown");
        }

        var reader = new MessageReader(bytes);
        Message message = entry.Read(ref reader);
        reader.End();
        return message;
    }

    /// <summary>Writes, reads and writes again; a difference in type or bytes is a bug in the message type.</summary>
    /// <exception cref="InvariantViolatedException">The message does not survive its own binary form.</exception>
    public void CheckRoundTrip(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        byte[] written = message.ToBytes();
        Message read = ReadOwn(message, written);
        if (read.GetType() != message.GetType() || !read.ToBytes().AsSpan().SequenceEqual(written))
        {
            throw new InvariantViolatedException($"{message.GetType().Name} does not survive its binary form");
        }
    }

    private Message ReadOwn(Message message, byte[] written)
    {
        try
        {
            return Read(message.TypeNumber, written);
        }
        catch (MessageFormatException refusal)
        {
            string name = message.GetType().Name;
            throw new InvariantViolatedException($"{name} cannot be read back: {refusal.Message}", refusal);
        }
    }

    private sealed record Entry(Type Type, Reader Read);
}
