-- Reads a “My Clippings.txt” as programs for e-readers do: by lines, five and more to a record, a row of ten signs of
-- equality after each. Prints what it finds, one field a line, with the lines of a field joined by a unit separator.
local file = assert(io.open(arg[1], "rb"))
local content = file:read("*a")
file:close()
assert(content:sub(1, 3) == "\239\187\191", "no byte order mark")
content = content:sub(4)

local function print_record(lines)
  local title = lines[1]
  local kind, location, moment = lines[2]:match("^%- Your (%a+) on Location ([%d%-]+) | Added on (.+)$")
  assert(kind, "not of a kind: " .. tostring(lines[2]))
  assert(moment:match("^%a+, %d+ %a+ %d%d%d%d %d%d:%d%d:%d%d$"), "no date: " .. moment)
  assert(lines[3] == "", "no empty line")
  local words = {}
  for index = 4, #lines do words[#words + 1] = lines[index] end
  io.write(title, "\n", kind, "\n", location, "\n", table.concat(words, "\31"), "\n")
end

local lines = {}
for line, ending in content:gmatch("([^\n]*)(\n)") do
  assert(line:sub(-1) == "\r", "a line that ends without CR")
  line = line:sub(1, -2)
  if line:find("==========", 1, true) then
    assert(line == "==========", "an end within a line")
    print_record(lines)
    lines = {}
  else
    lines[#lines + 1] = line
  end
end
assert(#lines == 0, "an open record")
