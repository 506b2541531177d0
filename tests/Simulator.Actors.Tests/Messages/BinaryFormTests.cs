using Simulator.Actors.Users;
using Simulator.Kernel;

namespace Simulator.Actors.Tests.Messages;

/// <summary>Every message survives its binary form, and nothing else is ever read out of bytes.</summary>
public sealed class BinaryFormTests
{
    private static readonly MessageCatalogue Catalogue = NetworkMessages.Catalogue();

    // Every bit alone, and all at once.
    private static readonly byte[] Flips = [1, 2, 4, 8, 16, 32, 64, 128, 255];

    public static TheoryData<string> Types() => [.. Samples.Types.Select(type => type.Name)];

    [Fact]
    public void Every_message_record_of_the_assembly_is_in_the_catalogue_under_a_number_of_its_own()
    {
        (ushort Number, Type Type)[] own =
            [.. Catalogue.All.Where(entry => entry.Type.Assembly == typeof(NetworkMessages).Assembly)];

        Assert.Equal(
            typeof(NetworkMessages).Assembly.GetTypes()
                .Where(type => typeof(Message).IsAssignableFrom(type) && !type.IsAbstract)
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            own.Select(entry => entry.Type.Name).Order(StringComparer.Ordinal));
        Assert.All(own, entry => Assert.True(entry.Number >= 100));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_message_reads_back_as_itself(string name)
    {
        Message[] samples = [.. Of(name)];

        Assert.NotEmpty(samples);
        Assert.All(samples, sample =>
        {
            byte[] bytes = sample.ToBytes();
            Message read = Catalogue.Read(sample.TypeNumber, bytes);
            Assert.Equal(sample.GetType(), read.GetType());
            Assert.Equivalent(sample, read, strict: true);
            Assert.Equal(bytes, read.ToBytes());
            Assert.Equal(sample.WireBytes, read.WireBytes);
        });
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_message_that_ends_early_or_late_is_refused_as_malformed(string name)
    {
        Assert.All(Of(name), sample =>
        {
            byte[] bytes = sample.ToBytes();
            Assert.All(Enumerable.Range(0, bytes.Length), length =>
                Assert.Throws<MessageFormatException>(() => Catalogue.Read(sample.TypeNumber, bytes.AsSpan(0, length))));
            Assert.Throws<MessageFormatException>(() => Catalogue.Read(sample.TypeNumber, [.. bytes, 0]));
        });
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Bytes_that_went_bad_are_read_as_some_message_or_refused_as_malformed_and_nothing_else(string name)
    {
        Assert.All(Of(name), sample =>
        {
            byte[] bytes = sample.ToBytes();
            for (int position = 0; position < bytes.Length; position++)
            {
                foreach (byte flip in Flips)
                {
                    byte[] bad = [.. bytes];
                    bad[position] ^= flip;
                    AssertReadOrRefused(sample.TypeNumber, bad);
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_run_of_large_digits_overflows_nothing(string name)
    {
        ushort number = Of(name).First().TypeNumber;

        Assert.All(Enumerable.Range(0, 64), length => AssertReadOrRefused(number, [.. Enumerable.Repeat((byte)0xFF, length), 0x01]));
    }

    [Fact]
    public void A_request_number_beyond_an_int_is_refused()
    {
        byte[] beyond = [0x80, 0x80, 0x80, 0x80, 0x08];

        Assert.Throws<MessageFormatException>(() => Catalogue.Read(ArrivalDue.Number, beyond));
    }

    private static IEnumerable<Message> Of(string name) => Samples.Of(Samples.Types.Single(type => type.Name == name));

    // Whatever was read must be canonical: the same bytes again.
    private static void AssertReadOrRefused(ushort number, byte[] bytes)
    {
        Message? read = null;
        try
        {
            read = Catalogue.Read(number, bytes);
        }
        catch (MessageFormatException)
        {
        }

        if (read is not null)
        {
            Assert.Equal(bytes, read.ToBytes());
        }
    }
}
