using System.Globalization;
using System.Text.Json;
using Simulator.Protocol.Responses;

namespace Simulator.Protocol.Tests.Responses;

/// <summary>Vectors: Vectors/responses/python-json.json, written by Python's own json module.</summary>
public sealed class PythonJsonTests
{
    private static readonly JsonElement Vectors = Load();

    [Fact]
    public void A_double_is_written_as_Python_writes_it()
    {
        foreach (JsonElement vector in Vectors.GetProperty("floats").EnumerateArray())
        {
            long bits = long.Parse(vector.GetProperty("bits").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

            Assert.Equal(vector.GetProperty("text").GetString(), PythonFloat.Text(BitConverter.Int64BitsToDouble(bits)));
        }
    }

    [Fact]
    public void A_value_has_the_canonical_text_Python_gives_it()
    {
        foreach (JsonElement vector in Vectors.GetProperty("canonical").EnumerateArray())
        {
            Assert.True(CanonicalJson.TryParse(vector.GetProperty("json").GetString()!, out CanonicalJson value));
            Assert.Equal(vector.GetProperty("canonical").GetString(), value.Text);
        }
    }

    [Fact]
    public void Canonical_text_is_its_own_canonical_text()
    {
        foreach (JsonElement vector in Vectors.GetProperty("canonical").EnumerateArray())
        {
            string canonical = vector.GetProperty("canonical").GetString()!;

            Assert.True(CanonicalJson.TryParse(canonical, out CanonicalJson value));
            Assert.Equal(canonical, value.Text);
        }
    }

    [Fact]
    public void A_list_is_spelt_as_Python_spells_it()
    {
        foreach (JsonElement vector in Vectors.GetProperty("repr").EnumerateArray())
        {
            using JsonDocument document = JsonDocument.Parse(vector.GetProperty("json").GetString()!);

            Assert.Equal(vector.GetProperty("text").GetString(), PythonRepr.Text(document.RootElement));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\": 1}")]
    public void What_is_no_JSON_or_no_Unicode_or_beyond_double_has_no_canonical_text(string json)
    {
        Assert.False(CanonicalJson.TryParse(json, out CanonicalJson value));
        Assert.True(value.IsAbsent);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_refused_rather_than_followed()
    {
        Assert.True(CanonicalJson.TryParse(new string('[', 64) + new string(']', 64), out _));
        Assert.False(CanonicalJson.TryParse(new string('[', 65) + new string(']', 65), out _));
        Assert.False(CanonicalJson.TryParse(new string('[', 100_000), out _));
    }

    private static JsonElement Load()
    {
        using JsonDocument file = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "responses", "python-json.json")));
        return file.RootElement.Clone();
    }
}
